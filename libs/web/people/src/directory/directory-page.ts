import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiAccountSearchOutline } from '@mdi/js';
import { ErrorTexts } from '@parley/web-core';
import { EmptyState, Failure, NearEnd, SearchBox, Skeleton } from '@parley/web-ui';
import { SuggestedPeopleList } from '../follows/suggested-people';
import { PeopleRows } from '../list/people-rows';
import { DirectoryStore } from './directory-store';

@Component({
  selector: 'parley-directory-page',
  imports: [
    EmptyState,
    Failure,
    NearEnd,
    PeopleRows,
    SearchBox,
    Skeleton,
    SuggestedPeopleList,
    TranslocoDirective,
  ],
  providers: [DirectoryStore],
  templateUrl: './directory-page.html',
  styleUrl: './directory-page.css',
})
export class DirectoryPage {
  protected readonly store = inject(DirectoryStore);
  protected readonly errorTexts = inject(ErrorTexts);

  protected readonly nobodyIcon = mdiAccountSearchOutline;
}
