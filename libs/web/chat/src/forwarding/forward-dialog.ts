import { Component, computed, inject, signal } from '@angular/core';
import { rxResource, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Message } from '@parley/contracts';
import { limits } from '@parley/contracts/constants';
import { Authors, Session, UsersApi } from '@parley/web-core';
import { Avatar } from '@parley/web-ui';
import { debounceTime } from 'rxjs';
import { Excerpts } from '../text/excerpts';
import { RoomsStore } from '../rooms/rooms-store';
import { type ForwardTarget, matchingTargets, personTargets, roomTargets } from './forward-targets';
import type { ForwardChoice } from './forwarding';

const TYPING_PAUSE_MS = 200;

/** Chooses where a message is passed on to, and what is said to it. */
@Component({
  selector: 'parley-forward-dialog',
  imports: [
    Avatar,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormField,
    MatInput,
    MatLabel,
    TranslocoDirective,
  ],
  templateUrl: './forward-dialog.html',
  styleUrl: './forward-dialog.css',
})
export class ForwardDialog {
  private readonly authors = inject(Authors);
  private readonly dialog = inject<MatDialogRef<ForwardDialog, ForwardChoice>>(MatDialogRef);
  private readonly message = inject<Message>(MAT_DIALOG_DATA);
  private readonly ownId = inject(Session).me()?.id;
  private readonly rooms = inject(RoomsStore);
  private readonly users = inject(UsersApi);

  protected readonly longest = limits.message.body / 2;
  protected readonly query = signal('');
  protected readonly comment = signal('');
  protected readonly chosen = signal<ReadonlyMap<string, ForwardTarget>>(new Map());
  protected readonly author = computed(() => this.authors.get(this.message.authorId)?.displayName ?? '');
  protected readonly excerpt = inject(Excerpts).of(this.message);

  private readonly settled = toSignal(toObservable(this.query).pipe(debounceTime(TYPING_PAUSE_MS)), {
    initialValue: '',
  });
  /** Offline there are the chats of this device. */
  private readonly found = rxResource({
    params: () => this.settled().trim() || undefined,
    stream: ({ params }) => this.users.search(params),
  });
  /** Those that were chosen stay in sight, whatever is searched for. */
  protected readonly targets = computed<readonly ForwardTarget[]>(() => {
    const rooms = this.rooms.rooms();
    const people = this.found.hasValue() ? this.found.value().items : [];
    const others = people.filter(({ id }) => id !== this.ownId);
    const matching = [...matchingTargets(roomTargets(rooms), this.query()), ...personTargets(others, rooms)];
    const hidden = [...this.chosen().values()].filter(({ id }) => !matching.some((other) => other.id === id));
    return [...hidden, ...(this.query().trim() ? matching : matching.filter(({ kind }) => kind === 'room'))];
  });

  protected toggle(target: ForwardTarget): void {
    this.chosen.update((chosen) => {
      const next = new Map(chosen);
      if (!next.delete(target.id)) {
        next.set(target.id, target);
      }
      return next;
    });
  }

  protected send(): void {
    if (this.chosen().size > 0) {
      this.dialog.close({ targets: [...this.chosen().values()], comment: this.comment() });
    }
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}
