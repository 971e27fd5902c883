import { inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Post } from '@parley/contracts';
import { Authors, Realtime } from '@parley/web-core';

/** Every post that this page has met, each once, in its newest version: lists and pages show the same. */
@Service()
export class KnownPosts {
  private readonly authors = inject(Authors);
  private readonly all = signal<ReadonlyMap<string, Post>>(new Map());

  constructor() {
    const realtime = inject(Realtime);
    realtime
      .events('post:changed')
      .pipe(takeUntilDestroyed())
      .subscribe(({ post }) => this.all().has(post.id) && this.remember([post]));
    realtime
      .events('post:deleted')
      .pipe(takeUntilDestroyed())
      .subscribe(({ postId }) => this.forget(postId));
  }

  /** A signal read. */
  get(id: string): Post | undefined {
    return this.all().get(id);
  }

  /** Of two versions the one with the higher change stays. */
  remember(posts: readonly Post[]): void {
    this.all.update((known) => {
      const next = new Map(known);
      posts
        .filter(({ id, change }) => change >= (known.get(id)?.change ?? 0))
        .forEach((post) => next.set(post.id, post));
      return next;
    });
    this.authors.remember(posts.map(({ author }) => author));
  }

  /** It was deleted, or is no longer to be seen. */
  forget(id: string): void {
    this.all.update((known) => new Map([...known].filter(([other]) => other !== id)));
  }
}
