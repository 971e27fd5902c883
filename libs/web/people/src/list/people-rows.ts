import { Component, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiMessageTextOutline } from '@mdi/js';
import type { User } from '@parley/contracts';
import { Conversations, Follows, Session } from '@parley/web-core';
import { Icon, Portrait, StatusText } from '@parley/web-ui';
import { FollowButton } from '../follows/follow-button';

/** People below each other, with what one can do about each. */
@Component({
  selector: 'parley-people-rows',
  imports: [
    FollowButton,
    Icon,
    MatIconButton,
    MatTooltip,
    Portrait,
    RouterLink,
    StatusText,
    TranslocoDirective,
  ],
  templateUrl: './people-rows.html',
  styleUrl: './people-rows.css',
})
export class PeopleRows {
  protected readonly conversations = inject(Conversations);
  protected readonly me = inject(Session).me;

  readonly people = input.required<readonly User[]>();
  /** Words under a name, such as what one has in common. */
  readonly notes = input<ReadonlyMap<string, string>>(new Map());

  protected readonly messageIcon = mdiMessageTextOutline;

  constructor() {
    void inject(Follows).load();
  }
}
