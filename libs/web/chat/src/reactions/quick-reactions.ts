import { Component, computed, ElementRef, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiEmoticonPlusOutline } from '@mdi/js';
import type { Message } from '@parley/contracts';
import { EmojiMemory, EmojiPopup, Icon } from '@parley/web-ui';
import { Reactions } from './reactions';

/** The emoji that one takes most, to react with one click, and the way to all others. */
@Component({
  selector: 'parley-quick-reactions',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.reactions'">
      @for (emoji of offered(); track emoji) {
        <button
          type="button"
          [class.own]="own().has(emoji)"
          [attr.aria-label]="t('with', { emoji })"
          [attr.aria-pressed]="own().has(emoji)"
          [title]="t('with', { emoji })"
          (click)="react(emoji)"
        >
          <span aria-hidden="true">{{ emoji }}</span>
        </button>
      }
      <button type="button" [attr.aria-label]="t('add')" [title]="t('add')" (click)="choose()">
        <parley-icon [path]="icon" />
      </button>
    </ng-container>
  `,
  styles: `
    :host {
      --parley-icon-size: 20px;
      display: flex;
    }

    button {
      display: grid;
      place-items: center;
      inline-size: var(--quick-size, 32px);
      block-size: var(--quick-size, 32px);
      padding: 0;
      border: 0;
      border-radius: 50%;
      background: none;
      color: var(--parley-text-soft);
      font-family: var(--parley-emoji-font), var(--parley-font);
      font-size: var(--quick-font, 1.0625rem);
      line-height: 1;
      cursor: pointer;
    }

    button:hover {
      background: var(--parley-hover);
    }

    button:focus-visible {
      outline: 2px solid var(--parley-accent);
    }

    .own {
      background: var(--parley-accent-soft);
    }
  `,
})
export class QuickReactions {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly memory = inject(EmojiMemory);
  private readonly popup = inject(EmojiPopup);
  private readonly reactions = inject(Reactions);

  readonly message = input.required<Message>();
  readonly count = input(3);
  /** Where the picker belongs, and the focus after it; this component may be gone by then. */
  readonly origin = input<HTMLElement>();
  /** An emoji is being chosen from all of them. */
  readonly opened = output();
  /** Something was chosen, or nothing. */
  readonly done = output();

  protected readonly icon = mdiEmoticonPlusOutline;
  protected readonly offered = computed(() => this.memory.offered(this.count()));
  protected readonly own = computed(
    () =>
      new Set(
        this.reactions
          .of(this.message())
          .filter(({ isOwn }) => isOwn)
          .map(({ emoji }) => emoji),
      ),
  );

  protected react(emoji: string): void {
    this.memory.remember(emoji);
    void this.reactions.toggle(this.message(), emoji);
    this.done.emit();
  }

  protected async choose(): Promise<void> {
    const message = this.message();
    this.opened.emit();
    const emoji = await this.popup.ask(this.origin() ?? this.element);
    if (emoji) {
      void this.reactions.toggle(message, emoji);
    }
    this.done.emit();
  }
}
