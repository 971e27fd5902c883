import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { Room } from '@parley/contracts';
import { Notices } from '@parley/web-core';
import { firstValueFrom } from 'rxjs';
import type { JumpRange } from '../dates/jump-to-date';
import { Jumps } from './jumps';
import { MessagesApi } from './messages-api';

/** Goes to the first message of a day that somebody chooses. */
@Service({ autoProvided: false })
export class DateJumps {
  private readonly api = inject(MessagesApi);
  private readonly dialog = inject(MatDialog);
  private readonly jumps = inject(Jumps);
  private readonly notices = inject(Notices);

  /** @param shown a time of the day that the calendar begins with */
  async ask({ id, createdAt }: Room, shown: string | number = Date.now()): Promise<void> {
    const day = await this.choose({ first: new Date(createdAt), shown: new Date(shown) });
    if (day) {
      await this.go(id, day);
    }
  }

  private async choose(range: JumpRange): Promise<Date | undefined> {
    const { JumpToDate } = await import('../dates/jump-to-date');
    const opened = this.dialog.open<InstanceType<typeof JumpToDate>, JumpRange, Date>(JumpToDate, {
      data: range,
      maxWidth: '24rem',
      autoFocus: 'first-heading',
    });
    return firstValueFrom(opened.afterClosed());
  }

  private async go(roomId: string, day: Date): Promise<void> {
    try {
      const seq = await firstValueFrom(this.api.firstSince(roomId, day));
      if (seq > 0) {
        this.jumps.forgetOrigin();
        await this.jumps.to(seq);
      }
    } catch (error) {
      this.notices.showError(error);
    }
  }
}
