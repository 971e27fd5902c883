import { Component, computed, inject, signal } from '@angular/core';
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
import { ErrorTexts, Session } from '@parley/web-core';
import { PeoplePicker } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { MemberSearch } from '../people/member-search';
import { RoomsApi } from '../rooms/rooms-api';

/** Before the last owner of a room leaves: who is to look after it. Closes with true when somebody is. */
@Component({
  selector: 'parley-hand-over',
  imports: [
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    PeoplePicker,
    TranslocoDirective,
  ],
  providers: [MemberSearch],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.handOver'">
      <h2 mat-dialog-title>{{ t('title') }}</h2>
      <mat-dialog-content>
        <p>{{ t('text') }}</p>
        <parley-people-picker
          [label]="t('who')"
          [found]="found()"
          [isSearching]="search.isSearching()"
          [except]="[ownId]"
          [max]="1"
          [(chosen)]="heirs"
          (query)="search.search.set({ roomId: room.id, query: $event })"
          (done)="handOver()"
        />
        @if (error()) {
          <p class="error" role="alert">{{ error() }}</p>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ t('cancel') }}</button>
        <button
          matButton="filled"
          type="button"
          [disabled]="heirs().length === 0 || isBusy()"
          (click)="handOver()"
        >
          {{ t('action') }}
        </button>
      </mat-dialog-actions>
    </ng-container>
  `,
  styles: `
    p {
      margin: 0 0 12px;
    }
    .error {
      margin: 0;
      color: var(--parley-danger);
    }
  `,
})
export class HandOver {
  private readonly api = inject(RoomsApi);
  private readonly dialog = inject<MatDialogRef<HandOver, true>>(MatDialogRef);
  private readonly errors = inject(ErrorTexts);
  protected readonly search = inject(MemberSearch);
  protected readonly room = inject<Room>(MAT_DIALOG_DATA);
  protected readonly ownId = inject(Session).me()?.id ?? '';

  protected readonly found = computed(() => this.search.found().map(({ user }) => user));
  protected readonly heirs = signal<readonly User[]>([]);
  protected readonly isBusy = signal(false);
  protected readonly error = signal('');

  protected async handOver(): Promise<void> {
    const [heir] = this.heirs();
    if (!heir) {
      return;
    }
    this.isBusy.set(true);
    try {
      await firstValueFrom(this.api.changeRole(this.room.id, heir.id, 'owner'), { defaultValue: undefined });
      this.dialog.close(true);
    } catch (error) {
      this.error.set(this.errors.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
