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
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Room, User } from '@parley/contracts';
import { limits } from '@parley/contracts/constants';
import { DirectRooms, ErrorTexts } from '@parley/web-core';
import { PeoplePicker } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { PeopleSearch } from '../people/people-search';
import { RoomsApi } from '../rooms/rooms-api';
import { RoomsStore } from '../rooms/rooms-store';

/** Brings people into a room. Two people stay among themselves: with more of them there is a new group. */
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
      <h2 mat-dialog-title>{{ t(isDirect ? 'groupTitle' : 'title') }}</h2>
      <mat-dialog-content>
        @if (isDirect) {
          <p class="hint">{{ t('groupHint') }}</p>
        }
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
          {{ t(isDirect ? 'groupAction' : 'action') }}
        </button>
      </mat-dialog-actions>
    </ng-container>
  `,
  styles: `
    p {
      margin: 0;
      color: var(--parley-danger);
    }
    .hint {
      margin-block-end: 12px;
      color: var(--parley-text-soft);
    }
  `,
})
export class AddPeople {
  private readonly api = inject(RoomsApi);
  private readonly dialog = inject(MatDialogRef);
  private readonly direct = inject(DirectRooms);
  private readonly errors = inject(ErrorTexts);
  private readonly router = inject(Router);
  private readonly store = inject(RoomsStore);
  protected readonly search = inject(PeopleSearch);
  protected readonly target = inject<{ room: Room; except: readonly string[] }>(MAT_DIALOG_DATA);

  protected readonly isDirect = this.target.room.kind === 'direct';
  private readonly peers = this.isDirect ? this.target.room.peers.map(({ id }) => id) : [];
  protected readonly most = this.isDirect
    ? limits.room.groupMembers - 1 - this.peers.length
    : limits.room.membersPerRequest;
  protected readonly people = signal<readonly User[]>([]);
  protected readonly isBusy = signal(false);
  protected readonly error = signal('');

  protected async add(): Promise<void> {
    this.isBusy.set(true);
    try {
      const ids = this.people().map(({ id }) => id);
      await (this.isDirect ? this.openGroup(ids) : this.addTo(this.target.room.id, ids));
    } catch (error) {
      this.error.set(this.errors.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  private async addTo(roomId: string, ids: readonly string[]): Promise<void> {
    await firstValueFrom(this.api.addMembers(roomId, ids), { defaultValue: undefined });
    this.dialog.close();
  }

  private async openGroup(ids: readonly string[]): Promise<void> {
    const room = await firstValueFrom(this.direct.open([...this.peers, ...ids]));
    this.store.adopt(room);
    this.dialog.close();
    await this.router.navigate(['/chats', room.id]);
  }
}
