import { inject, Service } from '@angular/core';
import type { Post } from '@parley/contracts';
import { ReactionWishes } from '@parley/web-core';
import type { Observable } from 'rxjs';
import { KnownPosts } from './known-posts';
import { PostsApi } from './posts-api';

/** One's own reactions to posts. */
@Service()
export class PostReactions extends ReactionWishes<Post> {
  private readonly api = inject(PostsApi);
  private readonly known = inject(KnownPosts);

  protected put(id: string, emoji: string): Observable<Post> {
    return this.api.react(id, emoji);
  }

  protected takeBack(id: string, emoji: string): Observable<Post> {
    return this.api.takeBack(id, emoji);
  }

  protected hear(post: Post): void {
    this.known.remember([post]);
  }
}
