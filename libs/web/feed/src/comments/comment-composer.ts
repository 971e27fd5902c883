import {
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  mdiClose,
  mdiCommentOffOutline,
  mdiEmoticonOutline,
  mdiReplyOutline,
  mdiSend,
  mdiTimerSandEmpty,
} from '@mdi/js';
import type { Comment, Post } from '@parley/contracts';
import { codePoints, limits } from '@parley/contracts/constants';
import { Locale, Session } from '@parley/web-core';
import { EmojiPopup, Icon } from '@parley/web-ui';
import { TextBox } from '../text/text-box';
import { CommentOutbox } from '../writing/comment-outbox';
import { TextDrafts } from '../writing/text-drafts';

/** The counter appears when so many characters are left. */
const COUNTED = 300;

/** Where comments are written, also as answers. What is begun is kept, for each post. */
@Component({
  selector: 'parley-comment-composer',
  imports: [Icon, MatIconButton, MatTooltip, TextBox, TranslocoDirective],
  templateUrl: './comment-composer.html',
  styleUrl: './comment-composer.css',
})
export class CommentComposer {
  private readonly box = viewChild(TextBox);
  private readonly drafts = inject(TextDrafts);
  private readonly emojiPopup = inject(EmojiPopup);
  private readonly me = inject(Session).me;
  private readonly outbox = inject(CommentOutbox);
  protected readonly locale = inject(Locale);

  readonly post = input.required<Post>();
  /** The comment that is answered. */
  readonly parent = input<Comment | null>(null);
  readonly cancelled = output();
  readonly sent = output();
  /** The words of the moment. */
  readonly typed = output<string>();

  protected readonly text = signal('');
  protected readonly left = computed(() => limits.comment.body - codePoints(this.text()));
  protected readonly isCounted = computed(() => this.left() < COUNTED);
  protected readonly isReady = computed(() => this.text().trim() !== '' && this.left() >= 0);
  protected readonly isClosed = computed(
    () => this.post().commentsClosed && this.post().author.id !== this.me()?.id,
  );
  protected readonly icons = {
    answer: mdiReplyOutline,
    cancel: mdiClose,
    closed: mdiCommentOffOutline,
    emoji: mdiEmoticonOutline,
    send: mdiSend,
    slow: mdiTimerSandEmpty,
  };
  private readonly place = computed(() => this.post().id);

  constructor() {
    effect(() => {
      const place = this.place();
      untracked(() => void this.takeUpDraft(place));
    });
    effect(() => {
      if (this.parent()) {
        untracked(() => this.box()?.focus());
      }
    });
  }

  focus(): void {
    this.box()?.focus();
  }

  protected keep(): void {
    this.drafts.keep(this.place(), this.text());
    this.typed.emit(this.text());
  }

  protected async chooseEmoji({ currentTarget }: Event): Promise<void> {
    const emoji = currentTarget instanceof HTMLElement && (await this.emojiPopup.ask(currentTarget));
    if (emoji) {
      this.box()?.insert(emoji);
    }
  }

  protected submit(): void {
    if (this.isReady()) {
      void this.outbox.write(this.place(), this.text(), this.parent()?.id ?? null);
      this.text.set('');
      this.keep();
      this.sent.emit();
      this.focus();
    }
  }

  private async takeUpDraft(place: string): Promise<void> {
    this.text.set('');
    const draft = await this.drafts.of(place);
    if (this.place() === place && this.text() === '') {
      this.text.set(draft);
    }
  }
}
