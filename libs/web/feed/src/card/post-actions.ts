import { Clipboard } from '@angular/cdk/clipboard';
import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Post, UpdatePost } from '@parley/contracts';
import { Notices, Session } from '@parley/web-core';
import { EditHistory } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';
import { KnownPosts } from '../posts/known-posts';
import { PostsApi } from '../posts/posts-api';

/** What is done to a post from its menu. */
@Service()
export class PostActions {
  private readonly api = inject(PostsApi);
  private readonly clipboard = inject(Clipboard);
  private readonly history = inject(EditHistory);
  private readonly known = inject(KnownPosts);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  private readonly transloco = inject(TranslocoService);

  /** A signal read. */
  isOwn({ author }: Pick<Post, 'author'>): boolean {
    return author.id === this.session.me()?.id;
  }

  copyLink({ id }: Pick<Post, 'id'>): void {
    if (this.clipboard.copy(`${location.origin}/posts/${id}`)) {
      void this.notices.show(this.transloco.translate('feed.post.linkCopied'));
    }
  }

  /** @returns whether the server took it */
  async update({ id }: Pick<Post, 'id'>, changes: UpdatePost): Promise<boolean> {
    try {
      this.known.remember([await firstValueFrom(this.api.update(id, changes))]);
      return true;
    } catch (error) {
      this.notices.showError(error);
      return false;
    }
  }

  showEdits(post: Post): Promise<void> {
    return this.history.open(post, async () => (await firstValueFrom(this.api.edits(post.id))).items);
  }
}
