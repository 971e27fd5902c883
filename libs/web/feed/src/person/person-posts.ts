import {
  Component,
  effect,
  inject,
  Injector,
  input,
  runInInjectionContext,
  signal,
  untracked,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { UsersApi } from '@parley/web-core';
import { switchMap } from 'rxjs';
import { PostList } from '../feeds/post-list';
import { ReadList } from '../feeds/read-list';
import { PostsApi } from '../posts/posts-api';

/** What a person has published, on their page. */
@Component({
  selector: 'parley-person-posts',
  imports: [ReadList, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'feed.person'">
      @if (list(); as posts) {
        <parley-read-list [list]="posts" [label]="t('label')" [emptyText]="t('empty')" />
      }
    </ng-container>
  `,
})
export class PersonPosts {
  private readonly posts = inject(PostsApi);
  private readonly users = inject(UsersApi);

  /** From the address. */
  readonly username = input.required<string>();

  protected readonly list = signal<PostList | null>(null);

  constructor() {
    const injector = inject(Injector);
    effect(() => {
      const username = this.username();
      untracked(() => {
        const read = (cursor: string | null) =>
          this.users.profile(username).pipe(switchMap(({ id }) => this.posts.ofPerson(id, cursor)));
        const list = runInInjectionContext(injector, () => new PostList(read));
        this.list.set(list);
        void list.refresh();
      });
    });
  }
}
