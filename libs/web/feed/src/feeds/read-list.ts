import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiNewspaperVariantOutline } from '@mdi/js';
import { ErrorTexts } from '@parley/web-core';
import { EmptyState, Failure, Skeleton } from '@parley/web-ui';
import type { PostList } from './post-list';
import { PostStream } from './post-stream';

/** A list of posts that is on its way, there, empty, or not to be had. */
@Component({
  selector: 'parley-read-list',
  imports: [EmptyState, Failure, PostStream, Skeleton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'feed'">
      @if (list().error(); as error) {
        <parley-failure [text]="errorTexts.of(error)" (retry)="list().refresh()" />
      } @else if (isEmpty()) {
        <parley-empty-state [icon]="icon" [heading]="emptyText()" />
      } @else if (list().isLoaded()) {
        <parley-post-stream [list]="list()" [label]="label()" />
      } @else {
        <parley-skeleton [label]="t('loading')" [count]="4" />
      }
    </ng-container>
  `,
})
export class ReadList {
  protected readonly errorTexts = inject(ErrorTexts);

  readonly list = input.required<PostList>();
  readonly label = input.required<string>();
  readonly emptyText = input.required<string>();

  protected readonly icon = mdiNewspaperVariantOutline;
  protected readonly isEmpty = computed(
    () => this.list().isLoaded() && this.list().posts().length === 0 && this.list().nextCursor() === null,
  );
}
