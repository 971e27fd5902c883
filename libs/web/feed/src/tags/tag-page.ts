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
import { PageTitle } from '@parley/web-core';
import { PostList } from '../feeds/post-list';
import { ReadList } from '../feeds/read-list';
import { PostsApi } from '../posts/posts-api';

/** Public posts about a subject. */
@Component({
  selector: 'parley-tag-page',
  imports: [ReadList, TranslocoDirective],
  template: `
    <div class="column" *transloco="let t; prefix: 'feed.tag'">
      <h1>
        <bdi>{{ t('title', { tag: tag() }) }}</bdi>
      </h1>
      @if (list(); as posts) {
        <parley-read-list [list]="posts" [label]="t('title', { tag: tag() })" [emptyText]="t('empty')" />
      }
    </div>
  `,
  styleUrl: '../column.css',
  styles: `
    h1 {
      margin-block-end: 20px;
      overflow-wrap: anywhere;
    }
  `,
})
export class TagPage {
  private readonly api = inject(PostsApi);

  /** From the address. */
  readonly tag = input.required<string>();

  protected readonly list = signal<PostList | null>(null);

  constructor() {
    const injector = inject(Injector);
    const title = inject(PageTitle);
    effect(() => {
      const tag = this.tag();
      untracked(() => {
        title.name(`#${tag}`);
        const list = runInInjectionContext(
          injector,
          () => new PostList((cursor) => this.api.tagged(tag, cursor)),
        );
        this.list.set(list);
        void list.refresh();
      });
    });
  }
}
