import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { ShownReaction } from '@parley/web-core';

/** Shows who reacted to a message. */
@Service()
export class ReactionDialogs {
  private readonly dialog = inject(MatDialog);

  /** @param emoji whose people are shown first */
  async open(reactions: readonly ShownReaction[], emoji = reactions[0]?.emoji ?? ''): Promise<void> {
    const { WhoReacted } = await import('./who-reacted');
    this.dialog.open(WhoReacted, { width: '24rem', maxWidth: '94vw', data: { reactions, emoji } });
  }
}
