import { Component, computed, inject, signal, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  mdiAccountMultipleOutline,
  mdiAlertOutline,
  mdiChevronDown,
  mdiEarth,
  mdiEmoticonOutline,
  mdiImagePlusOutline,
} from '@mdi/js';
import { codePoints, limits } from '@parley/contracts/constants';
import { Locale, Session } from '@parley/web-core';
import { Avatar, EmojiPopup, Icon } from '@parley/web-ui';
import { AttachmentTray } from '../files/attachment-tray';
import { PostAttachments } from '../files/post-attachments';
import { TextBox } from '../text/text-box';
import { PostOutbox, type WaitingPost } from './post-outbox';
import { TextDrafts } from './text-drafts';

const PLACE = 'posts';

/** Where posts are written. What is begun is kept. */
@Component({
  selector: 'parley-post-composer',
  imports: [
    AttachmentTray,
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
  providers: [PostAttachments],
  templateUrl: './post-composer.html',
  styleUrl: './post-composer.css',
})
export class PostComposer {
  private readonly box = viewChild.required(TextBox);
  private readonly drafts = inject(TextDrafts);
  private readonly emojiPopup = inject(EmojiPopup);
  private readonly outbox = inject(PostOutbox);
  protected readonly attachments = inject(PostAttachments);
  protected readonly locale = inject(Locale);
  protected readonly me = inject(Session).me;

  protected readonly text = signal('');
  protected readonly visibility = signal<'public' | 'followers'>('public');
  protected readonly left = computed(() => limits.post.body - codePoints(this.text()));
  /** What readers are warned of; null while nobody wants to warn them. */
  protected readonly warning = signal<string | null>(null);
  protected readonly longestWarning = limits.post.contentWarning;
  protected readonly isReady = computed(
    () =>
      (this.text().trim() !== '' || this.attachments.items().length > 0) &&
      this.left() >= 0 &&
      !this.attachments.isUploading(),
  );
  protected readonly audiences = [
    { name: 'public', icon: mdiEarth },
    { name: 'followers', icon: mdiAccountMultipleOutline },
  ] as const;
  protected readonly audience = computed(
    () => this.audiences.find(({ name }) => name === this.visibility()) ?? this.audiences[0],
  );
  protected readonly icons = {
    attach: mdiImagePlusOutline,
    emoji: mdiEmoticonOutline,
    open: mdiChevronDown,
    warn: mdiAlertOutline,
  };

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
      void this.outbox.write(this.text(), this.wish());
      this.text.set('');
      this.warning.set(null);
      this.attachments.clear();
      this.keep();
      this.focus();
    }
  }

  protected attach(chooser: HTMLInputElement): void {
    this.attachments.add([...(chooser.files ?? [])]);
    chooser.value = '';
  }

  /** Pictures that are dropped here or pasted. */
  protected take(event: Event, files: FileList | undefined): void {
    if (files && files.length > 0) {
      event.preventDefault();
      this.attachments.add([...files]);
    }
  }

  private wish(): WaitingPost['wish'] {
    const items = this.attachments.items();
    const contentWarning = this.warning()?.trim();
    return {
      visibility: this.visibility(),
      ...(items.length > 0 && {
        fileIds: items.flatMap(({ file }) => file?.id ?? []),
        fileDescriptions: items.map(({ description }) => description),
      }),
      ...(contentWarning && { contentWarning }),
    };
  }

  private async takeUpDraft(): Promise<void> {
    const draft = await this.drafts.of(PLACE);
    if (this.text() === '') {
      this.text.set(draft);
    }
  }
}
