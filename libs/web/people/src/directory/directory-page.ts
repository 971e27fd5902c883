import { Component, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiAccountSearchOutline, mdiMessageTextOutline } from '@mdi/js';
import { Conversations, ErrorTexts, Session } from '@parley/web-core';
import {
  EmptyState,
  Failure,
  Icon,
  NearEnd,
  Portrait,
  SearchBox,
  Skeleton,
  StatusText,
} from '@parley/web-ui';
import { DirectoryStore } from './directory-store';

@Component({
  selector: 'parley-directory-page',
  imports: [
    EmptyState,
    Failure,
    Icon,
    MatIconButton,
    MatTooltip,
    NearEnd,
    Portrait,
    RouterLink,
    SearchBox,
    Skeleton,
    StatusText,
    TranslocoDirective,
  ],
  providers: [DirectoryStore],
  templateUrl: './directory-page.html',
  styleUrl: './directory-page.css',
})
export class DirectoryPage {
  protected readonly store = inject(DirectoryStore);
  protected readonly conversations = inject(Conversations);
  protected readonly errorTexts = inject(ErrorTexts);
  protected readonly me = inject(Session).me;

  protected readonly nobodyIcon = mdiAccountSearchOutline;
  protected readonly messageIcon = mdiMessageTextOutline;
}
