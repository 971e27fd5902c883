import { Component, inject, signal } from '@angular/core';
import { form, FormField, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Room, UpdateRoom } from '@parley/contracts';
import { codePoints, limits } from '@parley/contracts/constants';
import { ErrorTexts, Locale } from '@parley/web-core';
import { firstValueFrom } from 'rxjs';
import { durationText } from '../dates/duration-text';
import { pictureOf } from '../rooms/room-naming';
import { RoomsApi } from '../rooms/rooms-api';
import { RoomsStore } from '../rooms/rooms-store';
import { PictureField } from './picture-field';

/** What slow mode can be set to here, in seconds. */
const PACES = [0, 5, 10, 30, 60, 300, 900, 3_600, limits.slowMode.seconds];

/** What a room is called and about, who finds it, and who may write in it. */
@Component({
  selector: 'parley-edit-room',
  imports: [
    FormField,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    PictureField,
    TranslocoDirective,
  ],
  templateUrl: './edit-room.html',
  styles: `
    mat-dialog-content {
      display: grid;
      gap: 12px;
      padding-block-start: 8px !important;
    }
    p {
      margin: 0;
      color: var(--parley-danger);
    }
  `,
})
export class EditRoom {
  private readonly api = inject(RoomsApi);
  private readonly dialog = inject(MatDialogRef);
  private readonly errors = inject(ErrorTexts);
  private readonly locale = inject(Locale);
  private readonly store = inject(RoomsStore);
  private readonly room = inject<Room>(MAT_DIALOG_DATA);

  protected readonly subject = pictureOf(this.room);
  protected readonly picture = signal<File | null | undefined>(undefined);
  protected readonly limits = limits.room;
  protected readonly isChannel = this.room.kind === 'channel';
  /** One that was set by a program stays on offer. */
  protected readonly paces = [...new Set([...PACES, this.room.slowModeSeconds])].sort((a, b) => a - b);
  protected readonly isBusy = signal(false);
  protected readonly error = signal('');
  protected readonly visibility = signal(this.room.visibility);
  protected readonly posting = signal(this.room.posting);
  protected readonly slowMode = signal(this.room.slowModeSeconds);
  protected readonly texts = signal({ name: this.room.name, topic: this.room.topic });
  protected readonly roomForm = form(this.texts, (path) => {
    // A group that never had a name is called after its people.
    const mayBeNameless = this.room.name === '';
    validate(path.name, ({ value }) => (mayBeNameless || value().trim() ? null : { kind: 'required' }));
    validate(path.name, ({ value }) =>
      codePoints(value().trim()) > limits.room.name ? { kind: 'tooLong' } : null,
    );
    validate(path.topic, ({ value }) =>
      codePoints(value().trim()) > limits.room.topic ? { kind: 'tooLong' } : null,
    );
  });

  protected durationOf(seconds: number): string {
    return durationText(seconds, this.locale.tag());
  }

  protected async save(): Promise<void> {
    this.isBusy.set(true);
    this.error.set('');
    try {
      const changes = this.changes();
      if (Object.keys(changes).length > 0) {
        this.store.adopt(await firstValueFrom(this.api.update(this.room.id, changes)));
      }
      await this.savePicture();
      this.dialog.close();
    } catch (error) {
      this.error.set(this.errors.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  private async savePicture(): Promise<void> {
    const picture = this.picture();
    if (picture !== undefined) {
      const { id } = this.room;
      const saved = picture ? this.api.setPicture(id, picture) : this.api.removePicture(id);
      this.store.adopt(await firstValueFrom(saved));
    }
  }

  /** Only what is different now: what others change meanwhile stays. */
  private changes(): UpdateRoom {
    const { name, topic } = this.texts();
    const wanted = {
      name: name.trim(),
      topic: topic.trim(),
      visibility: this.visibility(),
      posting: this.posting(),
      slowModeSeconds: this.slowMode(),
    };
    const keys = Object.keys(wanted) as (keyof typeof wanted)[];
    return Object.fromEntries(
      keys.filter((key) => wanted[key] !== this.room[key]).map((key) => [key, wanted[key]]),
    );
  }
}
