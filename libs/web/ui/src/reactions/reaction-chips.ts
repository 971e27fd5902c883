import { Component, ElementRef, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiEmoticonPlusOutline } from '@mdi/js';
import { EmojiPopup } from '../emoji/emoji-popup';
import { Icon } from '../icon/icon';

/** An emoji under something, and who gave it. */
export interface ReactionChip {
  readonly emoji: string;
  readonly count: number;
  readonly userIds: readonly string[];
  readonly isOwn: boolean;
}

/** Reactions under a message or a post: one's own are marked, a click joins in or takes back. */
@Component({
  selector: 'parley-reaction-chips',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'reactions'">
      @for (reaction of reactions(); track reaction.emoji) {
        <button
          type="button"
          class="chip"
          [class.own]="reaction.isOwn"
          [disabled]="!mayReact()"
          [attr.aria-pressed]="reaction.isOwn"
          [attr.aria-label]="t('label', { emoji: reaction.emoji, count: reaction.count })"
          [title]="names()(reaction)"
          (pointerenter)="needed.emit(reaction)"
          (focus)="needed.emit(reaction)"
          (click)="toggled.emit(reaction.emoji)"
          (contextmenu)="showWho($event, reaction.emoji)"
        >
          <span aria-hidden="true">{{ reaction.emoji }}</span>
          <b aria-hidden="true">{{ reaction.count }}</b>
        </button>
      }
      @if (mayReact()) {
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
  styleUrl: './reaction-chips.css',
})
export class ReactionChips {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly popup = inject(EmojiPopup);

  readonly reactions = input.required<readonly ReactionChip[]>();
  readonly mayReact = input(true);
  /** Whom a tooltip names. */
  readonly names = input<(reaction: ReactionChip) => string>(() => '');
  readonly toggled = output<string>();
  /** The names of these people are about to be shown. */
  readonly needed = output<ReactionChip>();
  /** By the right button, by the menu key, and on a phone by a long press. */
  readonly who = output<string>();

  protected readonly addIcon = mdiEmoticonPlusOutline;

  protected async add({ currentTarget }: Event): Promise<void> {
    const origin = currentTarget instanceof HTMLElement ? currentTarget : this.element;
    const emoji = await this.popup.ask(origin);
    if (emoji) {
      this.toggled.emit(emoji);
    }
  }

  protected showWho(event: Event, emoji: string): void {
    event.preventDefault();
    event.stopPropagation();
    this.who.emit(emoji);
  }
}
