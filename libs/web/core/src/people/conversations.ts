import { inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import type { User } from '@parley/contracts';
import { firstValueFrom } from 'rxjs';
import { Notices } from '../errors/notices';
import { DirectRooms } from './direct-rooms';

/** The way from a person to the chat with them. */
@Service()
export class Conversations {
  private readonly directRooms = inject(DirectRooms);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);

  async open({ id }: Pick<User, 'id'>): Promise<void> {
    try {
      const room = await firstValueFrom(this.directRooms.open([id]));
      await this.router.navigate(['/chats', room.id]);
    } catch (error) {
      this.notices.showError(error);
    }
  }
}
