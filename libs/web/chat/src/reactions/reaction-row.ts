import { Component, computed, inject, input } from '@angular/core';
import type { Message } from '@parley/contracts';
import { Authors } from '@parley/web-core';
import type { ShownReaction } from '@parley/web-core';
import { ReactionChips } from '@parley/web-ui';
import { RoomRights } from '../room/room-rights';
import { ReactionDialogs } from './reaction-dialogs';
import { Reactions } from './reactions';

/** How many names a tooltip has. */
const NAMED = 12;

/** The reactions under a message. */
@Component({
  selector: 'parley-reaction-row',
  imports: [ReactionChips],
  template: `
    <parley-reaction-chips
      [reactions]="shown()"
      [mayReact]="rights.mayReact(message())"
      [names]="names"
      (toggled)="reactions.toggle(message(), $event)"
      (needed)="need($event)"
      (who)="dialogs.open(shown(), $event)"
    />
  `,
})
export class ReactionRow {
  private readonly authors = inject(Authors);
  protected readonly dialogs = inject(ReactionDialogs);
  protected readonly reactions = inject(Reactions);
  protected readonly rights = inject(RoomRights);

  readonly message = input.required<Message>();

  protected readonly shown = computed(() => this.reactions.of(this.message()));
  protected readonly names = ({ userIds, count }: ShownReaction): string => {
    const names = userIds.slice(0, NAMED).map((id) => this.authors.get(id)?.displayName ?? '…');
    return [...names, ...(count > names.length ? [`+${count - names.length}`] : [])].join(', ');
  };

  protected need({ userIds }: ShownReaction): void {
    this.authors.need(userIds.slice(0, NAMED));
  }
}
