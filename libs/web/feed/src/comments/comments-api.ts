import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Comment, CommentPage, CreateComment } from '@parley/contracts';
import type { Observable } from 'rxjs';

@Service()
export class CommentsApi {
  private readonly http = inject(HttpClient);

  /** The oldest first. */
  page(postId: string, cursor?: string | null): Observable<CommentPage> {
    const params = { ...(cursor && { cursor }) };
    return this.http.get<CommentPage>(`/api/posts/${postId}/comments`, { params });
  }

  /** Sent again with the same id it is answered as the first time. */
  create(postId: string, comment: CreateComment): Observable<Comment> {
    return this.http.post<Comment>(`/api/posts/${postId}/comments`, comment);
  }

  edit(id: string, body: string): Observable<Comment> {
    return this.http.patch<Comment>(`/api/comments/${id}`, { body });
  }

  delete(id: string): Observable<unknown> {
    return this.http.delete(`/api/comments/${id}`);
  }

  react(id: string, emoji: string): Observable<Comment> {
    return this.http.put<Comment>(`/api/comments/${id}/reactions/${encodeURIComponent(emoji)}`, null);
  }

  takeBack(id: string, emoji: string): Observable<Comment> {
    return this.http.delete<Comment>(`/api/comments/${id}/reactions/${encodeURIComponent(emoji)}`);
  }
}
