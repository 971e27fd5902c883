import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { CreatePost, Post, PostChanges, PostEdits, PostPage, UpdatePost } from '@parley/contracts';
import type { Observable } from 'rxjs';

const PAGE = 20;

/** The two feeds. */
export type FeedName = 'latest' | 'following';

@Service()
export class PostsApi {
  private readonly http = inject(HttpClient);

  feed(feed: FeedName, cursor?: string | null): Observable<PostPage> {
    return this.page('/api/posts', cursor, { feed });
  }

  ofPerson(userId: string, cursor?: string | null): Observable<PostPage> {
    return this.page(`/api/users/${userId}/posts`, cursor);
  }

  /** @param tag without the `#` */
  tagged(tag: string, cursor?: string | null): Observable<PostPage> {
    return this.page(`/api/tags/${encodeURIComponent(tag)}/posts`, cursor);
  }

  /** @throws ProblemError `post.not-found` */
  get(id: string): Observable<Post> {
    return this.http.get<Post>(`/api/posts/${id}`);
  }

  /** Sent again with the same id it is answered as the first time. */
  create(post: CreatePost): Observable<Post> {
    return this.http.post<Post>('/api/posts', post);
  }

  update(id: string, changes: UpdatePost): Observable<Post> {
    return this.http.patch<Post>(`/api/posts/${id}`, changes);
  }

  delete(id: string): Observable<unknown> {
    return this.http.delete(`/api/posts/${id}`);
  }

  react(id: string, emoji: string): Observable<Post> {
    return this.http.put<Post>(`/api/posts/${id}/reactions/${encodeURIComponent(emoji)}`, null);
  }

  takeBack(id: string, emoji: string): Observable<Post> {
    return this.http.delete<Post>(`/api/posts/${id}/reactions/${encodeURIComponent(emoji)}`);
  }

  /** The earlier words, the oldest first. */
  edits(id: string): Observable<PostEdits> {
    return this.http.get<PostEdits>(`/api/posts/${id}/edits`);
  }

  /** What is newer than a change that one has. */
  changes(id: string, since: number): Observable<PostChanges> {
    return this.http.get<PostChanges>(`/api/posts/${id}/changes`, { params: { since, limit: 100 } });
  }

  private page(path: string, cursor?: string | null, query: Record<string, string> = {}) {
    const params = { ...query, limit: PAGE, ...(cursor && { cursor }) };
    return this.http.get<PostPage>(path, { params });
  }
}
