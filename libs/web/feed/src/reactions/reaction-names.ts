import { inject, Service } from '@angular/core';
import { Authors, type ShownReaction } from '@parley/web-core';

/** How many names a tooltip has. */
const NAMED = 12;

/** The names of those who have reacted. */
@Service()
export class ReactionNames {
  private readonly authors = inject(Authors);

  /** A signal read. */
  readonly of = ({ userIds, count }: ShownReaction): string => {
    const names = userIds.slice(0, NAMED).map((id) => this.authors.get(id)?.displayName ?? '…');
    return [...names, ...(count > names.length ? [`+${count - names.length}`] : [])].join(', ');
  };

  need({ userIds }: ShownReaction): void {
    this.authors.need(userIds.slice(0, NAMED));
  }
}
