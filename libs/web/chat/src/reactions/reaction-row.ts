import { Component, computed, ElementRef, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiEmoticonPlusOutline } from '@mdi/js';
import type { Message } from '@parley/contracts';
import { EmojiPopup, Icon } from '@parley/web-ui';
import { Authors } from '../people/authors';
import { RoomRights } from '../room/room-rights';
import { ReactionDialogs } from './reaction-dialogs';
import { Reactions } from './reactions';
import type { ShownReaction } from './shown-reactions';

/** How many names a tooltip has. */
const NAMED = 12;

/** The reactions under a message: one's own are marked, a click joins in or takes back. */
@Component({
  selector: 'parley-reaction-row',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.reactions'">
      @for (reaction of shown(); track reaction.emoji) {
        <button
          type="button"
          class="chip"
          [class.own]="reaction.isOwn"
          [disabled]="!rights.mayReact(message())"
          [attr.aria-pressed]="reaction.isOwn"
          [attr.aria-label]="t('label', { emoji: reaction.emoji, count: reaction.count })"
          [title]="names(reaction)"
          (pointerenter)="need(reaction)"
          (focus)="need(reaction)"
          (click)="reactions.toggle(message(), reaction.emoji)"
          (contextmenu)="showWho($event, reaction.emoji)"
        >
          <span aria-hidden="true">{{ reaction.emoji }}</span>
          <b aria-hidden="true">{{ reaction.count }}</b>
        </button>
      }
      @if (rights.mayReact(message())) {
        <button
          type="button"
          class="chip add"
          [attr.aria-label]="t('add')"
          [title]="t('add')"
          (click)="add($event)"
        >
          <parley-icon [path]="addIcon" />
        </button>
      }
    </ng-container>
  `,
  styleUrl: './reaction-row.css',
})
export class ReactionRow {
  private readonly authors = inject(Authors);
  private readonly dialogs = inject(ReactionDialogs);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly popup = inject(EmojiPopup);
  protected readonly reactions = inject(Reactions);
  protected readonly rights = inject(RoomRights);

  readonly message = input.required<Message>();

  protected readonly addIcon = mdiEmoticonPlusOutline;
  protected readonly shown = computed(() => this.reactions.of(this.message()));

  protected names({ userIds, count }: ShownReaction): string {
    const names = userIds.slice(0, NAMED).map((id) => this.authors.get(id)?.displayName ?? '…');
    return [...names, ...(count > names.length ? [`+${count - names.length}`] : [])].join(', ');
  }

  protected need({ userIds }: ShownReaction): void {
    this.authors.need(userIds.slice(0, NAMED));
  }

  protected async add({ currentTarget }: Event): Promise<void> {
    const origin = currentTarget instanceof HTMLElement ? currentTarget : this.element;
    const emoji = await this.popup.ask(origin);
    if (emoji) {
      await this.reactions.toggle(this.message(), emoji);
    }
  }

  /** By the right button, by the menu key, and by a long press where that is one. */
  protected showWho(event: Event, emoji: string): Promise<void> {
    event.preventDefault();
    event.stopPropagation();
    return this.dialogs.open(this.shown(), emoji);
  }
}
