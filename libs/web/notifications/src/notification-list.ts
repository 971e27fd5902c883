import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  mdiAccountPlus,
  mdiAt,
  mdiBellRing,
  mdiComment,
  mdiDoorOpen,
  mdiEmoticon,
  mdiMessageText,
  mdiReply,
  mdiShieldAlert,
} from '@mdi/js';
import { notificationPath } from '@parley/contracts/constants';
import { Avatar, Icon, RelativeTime } from '@parley/web-ui';
import type { NotificationGroup } from './notification-groups';
import { NotificationWords } from './notification-words';

const icons = {
  message: mdiMessageText,
  mention: mdiAt,
  reply: mdiReply,
  reaction: mdiEmoticon,
  invite: mdiDoorOpen,
  follow: mdiAccountPlus,
  post: mdiBellRing,
  comment: mdiComment,
  security: mdiShieldAlert,
} as const;

/** Lines that lead to what happened. */
@Component({
  selector: 'parley-notification-list',
  imports: [Avatar, Icon, RelativeTime, RouterLink, TranslocoDirective],
  template: `
    <ul *transloco="let t; prefix: 'notifications'">
      @for (group of groups(); track group.newest.id) {
        <li [class.unread]="group.isUnread">
          <a [routerLink]="pathOf(group)" (click)="chosen.emit(group)">
            <span class="picture">
              @if (group.actors[0]; as actor) {
                <parley-avatar [user]="actor" [size]="40" />
              }
              <span class="kind" [class.alone]="group.actors.length === 0">
                <parley-icon [path]="icons[group.newest.kind]" />
              </span>
            </span>
            <span class="words">
              <span class="sentence">{{ words.sentenceOf(group) }}</span>
              @if (hasExcerpt(group)) {
                <span class="excerpt"
                  ><bdi>{{ group.newest.text }}</bdi></span
                >
              }
              <parley-relative-time [time]="group.newest.createdAt" />
            </span>
            @if (group.isUnread) {
              <span class="dot"
                ><span class="parley-hidden">{{ t('unread') }}</span></span
              >
            }
          </a>
        </li>
      }
    </ul>
  `,
  styleUrl: './notification-list.css',
})
export class NotificationList {
  readonly groups = input.required<readonly NotificationGroup[]>();
  readonly chosen = output<NotificationGroup>();

  protected readonly words = inject(NotificationWords);
  protected readonly icons = icons;

  protected pathOf({ newest }: NotificationGroup): string {
    return notificationPath(newest);
  }

  /** The words of an emoji, or of what happened to the account, are in the sentence. */
  protected hasExcerpt({ newest: { kind, text } }: NotificationGroup): boolean {
    return text !== '' && kind !== 'reaction' && kind !== 'security';
  }
}
