import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import {
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CreateRoom, Room, User } from '@parley/contracts';
import { codePoints, limits } from '@parley/contracts/constants';
import { DirectRooms, ErrorTexts, Session } from '@parley/web-core';
import { PeoplePicker } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { v7 as uuidv7 } from 'uuid';
import { PeopleSearch } from '../people/people-search';
import { PictureField } from '../room/picture-field';
import { RoomsApi } from './rooms-api';
import { RoomsStore } from './rooms-store';

type Kind = 'people' | 'room';

/** Begins a conversation: with people, or in a room of its own. */
@Component({
  selector: 'parley-new-chat',
  imports: [
    FormField,
    MatButton,
    MatButtonToggle,
    MatButtonToggleGroup,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MatRadioButton,
    MatRadioGroup,
    PeoplePicker,
    PictureField,
    TranslocoDirective,
  ],
  providers: [PeopleSearch],
  templateUrl: './new-chat.html',
  styleUrl: './new-chat.css',
})
export class NewChat {
  private readonly dialog = inject(MatDialogRef);
  private readonly direct = inject(DirectRooms);
  private readonly errors = inject(ErrorTexts);
  private readonly api = inject(RoomsApi);
  private readonly router = inject(Router);
  private readonly store = inject(RoomsStore);
  /** Made once: trying again after a lost answer makes no second room. */
  private readonly id = uuidv7();
  protected readonly search = inject(PeopleSearch);
  protected readonly ownId = inject(Session).me()?.id ?? '';

  protected readonly limits = limits;
  protected readonly kind = signal<Kind>('people');
  protected readonly people = signal<readonly User[]>([]);
  protected readonly isBusy = signal(false);
  protected readonly error = signal('');
  protected readonly visibility = signal<'public' | 'private'>('public');
  protected readonly room = signal({ name: '', topic: '' });
  protected readonly roomForm = form(this.room, (path) => {
    validate(path.name, ({ value }) => (value().trim() ? null : { kind: 'required' }));
    validate(path.name, ({ value }) =>
      codePoints(value().trim()) > limits.room.name ? { kind: 'tooLong' } : null,
    );
    validate(path.topic, ({ value }) =>
      codePoints(value().trim()) > limits.room.topic ? { kind: 'tooLong' } : null,
    );
  });
  protected readonly picture = signal<File | null | undefined>(undefined);
  protected readonly subject = computed(() => ({ id: this.id, displayName: this.room().name.trim() || '#' }));
  protected readonly isReady = computed(() =>
    this.kind() === 'people' ? this.people().length > 0 : this.roomForm().valid(),
  );
  protected readonly most = computed(() =>
    this.kind() === 'people' ? limits.room.groupMembers - 1 : limits.room.membersPerRequest,
  );

  protected async begin(): Promise<void> {
    if (!this.isReady() || this.isBusy()) {
      return;
    }
    this.isBusy.set(true);
    this.error.set('');
    try {
      const room = await (this.kind() === 'people' ? this.openDirect() : this.createRoom());
      this.store.adopt(room);
      this.dialog.close();
      await this.router.navigate(['/chats', room.id]);
    } catch (error) {
      this.error.set(this.errors.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  private openDirect(): Promise<Room> {
    return firstValueFrom(this.direct.open(this.people().map(({ id }) => id)));
  }

  private async createRoom(): Promise<Room> {
    const room = await firstValueFrom(this.api.create(this.command()));
    const picture = this.picture();
    return picture ? firstValueFrom(this.api.setPicture(room.id, picture)) : room;
  }

  private command(): CreateRoom {
    const { name, topic } = this.room();
    const memberIds = this.people().map(({ id }) => id);
    return {
      id: this.id,
      name: name.trim(),
      visibility: this.visibility(),
      ...(topic.trim() && { topic: topic.trim() }),
      ...(memberIds.length > 0 && { memberIds }),
    };
  }
}
