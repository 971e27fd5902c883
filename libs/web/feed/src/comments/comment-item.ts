import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import {
  mdiDeleteOutline,
  mdiDotsHorizontal,
  mdiLinkVariant,
  mdiPencilOutline,
  mdiReplyOutline,
} from '@mdi/js';
import type { Comment } from '@parley/contracts';
import { limits } from '@parley/contracts/constants';
import { Notices, Session } from '@parley/web-core';
import { Icon, Portrait, ReactionChips, RelativeTime } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { TextEditor } from '../card/text-editor';
import { PostThread } from '../post-page/post-thread';
import { ReactionNames } from '../reactions/reaction-names';
import { WrittenText } from '../text/written-text';
import { CommentDeletions } from './comment-deletions';
import { CommentReactions } from './comment-reactions';
import { CommentsApi } from './comments-api';

/** What somebody said about a post. */
@Component({
  selector: 'parley-comment-item',
  imports: [
    Icon,
    MatIconButton,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    MatTooltip,
    Portrait,
    ReactionChips,
    RelativeTime,
    RouterLink,
    TextEditor,
    TranslocoDirective,
    WrittenText,
  ],
  templateUrl: './comment-item.html',
  styleUrl: './comment-item.css',
  host: { '[class.answer]': 'comment().parentId !== null', '[class.marked]': 'isMarked()' },
})
export class CommentItem {
  private readonly api = inject(CommentsApi);
  private readonly clipboard = inject(Clipboard);
  private readonly me = inject(Session).me;
  private readonly notices = inject(Notices);
  private readonly thread = inject(PostThread);
  private readonly transloco = inject(TranslocoService);
  protected readonly deletions = inject(CommentDeletions);
  protected readonly reactionNames = inject(ReactionNames);
  protected readonly reactions = inject(CommentReactions);

  readonly comment = input.required<Comment>();
  /** Somebody came for this one. */
  readonly isMarked = input(false);
  readonly mayAnswer = input(true);
  readonly answered = output();

  protected readonly isEditing = signal(false);
  protected readonly isOwn = computed(() => this.comment().author.id === this.me()?.id);
  /** One's own, or under one's own post. */
  protected readonly mayDelete = computed(
    () => this.isOwn() || this.thread.post()?.author.id === this.me()?.id,
  );
  protected readonly shown = computed(() => this.reactions.of(this.comment()));
  protected readonly limit = limits.comment.body;
  protected readonly icons = {
    answer: mdiReplyOutline,
    delete: mdiDeleteOutline,
    edit: mdiPencilOutline,
    link: mdiLinkVariant,
    more: mdiDotsHorizontal,
  };

  protected copyLink(): void {
    const { id, postId } = this.comment();
    if (this.clipboard.copy(`${location.origin}/posts/${postId}#comment-${id}`)) {
      void this.notices.show(this.transloco.translate('feed.post.linkCopied'));
    }
  }

  protected async save(body: string): Promise<void> {
    try {
      this.thread.takeAnswer(await firstValueFrom(this.api.edit(this.comment().id, body)));
      this.isEditing.set(false);
    } catch (error) {
      this.notices.showError(error);
    }
  }
}
