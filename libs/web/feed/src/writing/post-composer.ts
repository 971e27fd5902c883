import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiAccountMultipleOutline, mdiChevronDown, mdiEarth, mdiEmoticonOutline } from '@mdi/js';
import { codePoints, limits } from '@parley/contracts/constants';
import { Locale, Session } from '@parley/web-core';
import { Avatar, EmojiPopup, Icon } from '@parley/web-ui';
import { TextBox } from '../text/text-box';
import { PostOutbox } from './post-outbox';
import { TextDrafts } from './text-drafts';

const PLACE = 'posts';

/** Where posts are written. What is begun is kept. */
@Component({
  selector: 'parley-post-composer',
  imports: [
    Avatar,
    Icon,
    MatButton,
    MatIconButton,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    MatTooltip,
    TextBox,
    TranslocoDirective,
  ],
  templateUrl: './post-composer.html',
  styleUrl: './post-composer.css',
})
export class PostComposer {
  private readonly box = viewChild.required(TextBox);
  private readonly drafts = inject(TextDrafts);
  private readonly emojiPopup = inject(EmojiPopup);
  private readonly outbox = inject(PostOutbox);
  protected readonly locale = inject(Locale);
  protected readonly me = inject(Session).me;

  protected readonly text = signal('');
  protected readonly visibility = signal<'public' | 'followers'>('public');
  protected readonly left = computed(() => limits.post.body - codePoints(this.text()));
  protected readonly isReady = computed(() => this.text().trim() !== '' && this.left() >= 0);
  protected readonly audiences = [
    { name: 'public', icon: mdiEarth },
    { name: 'followers', icon: mdiAccountMultipleOutline },
  ] as const;
  protected readonly audience = computed(
    () => this.audiences.find(({ name }) => name === this.visibility()) ?? this.audiences[0],
  );
  protected readonly icons = { emoji: mdiEmoticonOutline, open: mdiChevronDown };

  constructor() {
    void this.takeUpDraft();
  }

  focus(): void {
    this.box().focus();
  }

  protected keep(): void {
    this.drafts.keep(PLACE, this.text());
  }

  protected async chooseEmoji({ currentTarget }: Event): Promise<void> {
    const emoji = currentTarget instanceof HTMLElement && (await this.emojiPopup.ask(currentTarget));
    if (emoji) {
      this.box().insert(emoji);
    }
  }

  protected submit(): void {
    if (this.isReady()) {
      void this.outbox.write(this.text(), { visibility: this.visibility() });
      this.text.set('');
      this.keep();
      this.focus();
    }
  }

  private async takeUpDraft(): Promise<void> {
    const draft = await this.drafts.of(PLACE);
    if (this.text() === '') {
      this.text.set(draft);
    }
  }
}
