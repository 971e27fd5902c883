import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Room, User } from '@parley/contracts';
import { limits } from '@parley/contracts/constants';
import { ErrorTexts } from '@parley/web-core';
import { PeoplePicker } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { PeopleSearch } from '../people/people-search';
import { RoomsApi } from '../rooms/rooms-api';

/** Brings people into a room. */
@Component({
  selector: 'parley-add-people',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    PeoplePicker,
    TranslocoDirective,
  ],
  providers: [PeopleSearch],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.add'">
      <h2 mat-dialog-title>{{ t('title') }}</h2>
      <mat-dialog-content>
        <parley-people-picker
          [label]="t('who')"
          [found]="search.found()"
          [isSearching]="search.isSearching()"
          [except]="target.except"
          [max]="most"
          [(chosen)]="people"
          (query)="search.query.set($event)"
          (done)="add()"
        />
        @if (error()) {
          <p role="alert">{{ error() }}</p>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ t('cancel') }}</button>
        <button
          matButton="filled"
          type="button"
          [disabled]="people().length === 0 || isBusy()"
          (click)="add()"
        >
          {{ t('action') }}
        </button>
      </mat-dialog-actions>
    </ng-container>
  `,
  styles: `
    p {
      margin: 0;
      color: var(--parley-danger);
    }
  `,
})
export class AddPeople {
  private readonly api = inject(RoomsApi);
  private readonly dialog = inject(MatDialogRef);
  private readonly errors = inject(ErrorTexts);
  protected readonly search = inject(PeopleSearch);
  protected readonly target = inject<{ room: Room; except: readonly string[] }>(MAT_DIALOG_DATA);

  protected readonly most = limits.room.membersPerRequest;
  protected readonly people = signal<readonly User[]>([]);
  protected readonly isBusy = signal(false);
  protected readonly error = signal('');

  protected async add(): Promise<void> {
    this.isBusy.set(true);
    try {
      const ids = this.people().map(({ id }) => id);
      await firstValueFrom(this.api.addMembers(this.target.room.id, ids), { defaultValue: undefined });
      this.dialog.close();
    } catch (error) {
      this.error.set(this.errors.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
