import { inject, Service } from '@angular/core';
import type { CreatePost, Post } from '@parley/contracts';
import { type Observable, tap } from 'rxjs';
import { v7 as uuidv7 } from 'uuid';
import { KnownPosts } from '../posts/known-posts';
import { PostsApi } from '../posts/posts-api';
import { type WaitingText, WaitingTexts } from './waiting-texts';

/** A post that the server does not have yet. */
export interface WaitingPost extends WaitingText {
  readonly wish: Omit<CreatePost, 'id' | 'body'>;
}

@Service()
export class PostOutbox extends WaitingTexts<WaitingPost, Post> {
  private readonly api = inject(PostsApi);
  private readonly known = inject(KnownPosts);
  protected readonly prefix = 'outbox.posts.';

  write(body: string, wish: WaitingPost['wish']): Promise<void> {
    return this.add({ id: uuidv7(), body, wish, createdAt: Date.now() });
  }

  protected send({ id, body, wish }: WaitingPost): Observable<Post> {
    return this.api.create({ id, body, ...wish }).pipe(tap((post) => this.known.remember([post])));
  }
}
