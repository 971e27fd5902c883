import { effect, inject, Service, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Follows, Realtime } from '@parley/web-core';
import { type FeedName, PostsApi } from '../posts/posts-api';
import { PostOutbox } from '../writing/post-outbox';
import { PostList } from './post-list';

/** The two feeds: they stay as they were left, and hear of what is new while somebody looks at one of them. */
@Service()
export class Feeds {
  private readonly api = inject(PostsApi);
  private readonly outbox = inject(PostOutbox);
  private readonly realtime = inject(Realtime);
  private readonly lists = {
    latest: new PostList((cursor) => this.api.feed('latest', cursor)),
    following: new PostList((cursor) => this.api.feed('following', cursor)),
  };
  private watched: FeedName | null = null;
  private leaving: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      if (this.realtime.connections() > 0) {
        untracked(() => this.watched && void this.tune(this.watched));
      }
    });
    // What was read of the people one follows is not what one would read now.
    inject(Follows)
      .changes.pipe(takeUntilDestroyed())
      .subscribe(() => this.readFollowingAnew());
    this.realtime
      .events('feed:new')
      .pipe(takeUntilDestroyed())
      .subscribe(({ postId }) => this.hear(postId));
    this.outbox.sent
      .pipe(takeUntilDestroyed())
      .subscribe(({ id }) => Object.values(this.lists).forEach((list) => list.prepend(id)));
  }

  of(feed: FeedName): PostList {
    return this.lists[feed];
  }

  enter(feed: FeedName): void {
    clearTimeout(this.leaving);
    this.watched = feed;
    void this.tune(feed);
  }

  leave(): void {
    // Whoever goes from one feed to the other only changes what they listen to.
    this.leaving = setTimeout(() => {
      const feed = this.watched;
      this.watched = null;
      if (feed) {
        // Without a connection there is nothing to leave.
        this.realtime.command('feed:unwatch', { feed }).catch(() => undefined);
      }
    });
  }

  /** Listens first and reads afterwards, so that nothing falls between the two. */
  private async tune(feed: FeedName): Promise<void> {
    // Without a connection the next one brings it; reading may work all the same.
    await this.realtime.command('feed:watch', { feed }).catch(() => undefined);
    await this.lists[feed].refresh();
  }

  private readFollowingAnew(): void {
    this.lists.following.clear();
    if (this.watched === 'following') {
      void this.tune('following');
    }
  }

  private hear(postId: string): void {
    const isOnItsWay = this.outbox.entries().some(({ id }) => id === postId);
    if (this.watched && !isOnItsWay) {
      this.lists[this.watched].announce(postId);
    }
  }
}
