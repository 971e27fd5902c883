import { inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { User } from '@parley/contracts';
import { UsersApi } from '@parley/web-core';
import { catchError, debounceTime, map, of, Subject, switchMap } from 'rxjs';
import { mentionAt, type MentionTarget } from './mention-target';

const TYPING_PAUSE_MS = 150;
const OFFERED = 6;

/** Who may be meant by the name that is being written. Provided by the box in which it is. */
@Service({ autoProvided: false })
export class MentionSuggestions {
  private readonly api = inject(UsersApi);
  private readonly targets = new Subject<MentionTarget | null>();
  private target: MentionTarget | null = null;

  readonly people = signal<readonly User[]>([]);
  readonly active = signal(0);

  constructor() {
    const found = this.targets.pipe(
      debounceTime(TYPING_PAUSE_MS),
      switchMap((target) =>
        target
          ? this.api.search(target.query).pipe(
              map(({ items }) => items.slice(0, OFFERED)),
              // Without the server a name is typed to its end.
              catchError(() => of([])),
            )
          : of([]),
      ),
    );
    found.pipe(takeUntilDestroyed()).subscribe((people) => {
      this.people.set(this.target ? people : []);
      this.active.set(0);
    });
  }

  look(text: string, caret: number): void {
    this.target = mentionAt(text, caret);
    if (!this.target) {
      this.people.set([]);
    }
    this.targets.next(this.target);
  }

  close(): void {
    this.target = null;
    this.people.set([]);
    this.targets.next(null);
  }

  move(step: 1 | -1): void {
    const count = this.people().length;
    this.active.update((active) => (active + step + count) % count);
  }

  /** @returns the text with the name in it, and where the caret belongs; null when there is nobody to choose */
  choose(text: string, caret: number, index = this.active()): { text: string; caret: number } | null {
    const person = this.people()[index];
    const { target } = this;
    if (!person || !target) {
      return null;
    }
    const before = `${text.slice(0, target.start)}@${person.username} `;
    this.close();
    return { text: before + text.slice(caret).replace(/^ /, ''), caret: before.length };
  }
}
