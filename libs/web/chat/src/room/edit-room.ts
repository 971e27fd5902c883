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
import { MatError, MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Room } from '@parley/contracts';
import { codePoints, limits } from '@parley/contracts/constants';
import { ErrorTexts } from '@parley/web-core';
import { firstValueFrom } from 'rxjs';
import { RoomsApi } from '../rooms/rooms-api';
import { RoomsStore } from '../rooms/rooms-store';

/** Another name or topic for a room. */
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
    MatInput,
    MatLabel,
    TranslocoDirective,
  ],
  template: `
    <form *transloco="let t; prefix: 'chat.edit'" (submit)="$event.preventDefault(); save()">
      <h2 mat-dialog-title>{{ t('title') }}</h2>
      <mat-dialog-content>
        <mat-form-field appearance="outline">
          <mat-label>{{ t('name') }}</mat-label>
          <input matInput autocomplete="off" [formField]="roomForm.name" />
          @for (problem of roomForm.name().errors(); track problem.kind) {
            <mat-error>{{ t('errors.' + problem.kind, { max: limits.name }) }}</mat-error>
          }
        </mat-form-field>
        <mat-form-field appearance="outline">
          <mat-label>{{ t('topic') }}</mat-label>
          <textarea matInput rows="3" [formField]="roomForm.topic"></textarea>
          @for (problem of roomForm.topic().errors(); track problem.kind) {
            <mat-error>{{ t('errors.' + problem.kind, { max: limits.topic }) }}</mat-error>
          }
        </mat-form-field>
        @if (error()) {
          <p role="alert">{{ error() }}</p>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ t('cancel') }}</button>
        <button matButton="filled" type="submit" [disabled]="roomForm().invalid() || isBusy()">
          {{ t('save') }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
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
  private readonly store = inject(RoomsStore);
  private readonly room = inject<Room>(MAT_DIALOG_DATA);

  protected readonly limits = limits.room;
  protected readonly isBusy = signal(false);
  protected readonly error = signal('');
  protected readonly changed = signal({ name: this.room.name, topic: this.room.topic });
  protected readonly roomForm = form(this.changed, (path) => {
    validate(path.name, ({ value }) => (value().trim() ? null : { kind: 'required' }));
    validate(path.name, ({ value }) =>
      codePoints(value().trim()) > limits.room.name ? { kind: 'tooLong' } : null,
    );
    validate(path.topic, ({ value }) =>
      codePoints(value().trim()) > limits.room.topic ? { kind: 'tooLong' } : null,
    );
  });

  protected async save(): Promise<void> {
    const { name, topic } = this.changed();
    this.isBusy.set(true);
    try {
      const changes = { name: name.trim(), topic: topic.trim() };
      this.store.adopt(await firstValueFrom(this.api.update(this.room.id, changes)));
      this.dialog.close();
    } catch (error) {
      this.error.set(this.errors.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
