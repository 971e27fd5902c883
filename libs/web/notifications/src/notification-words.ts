import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Notification } from '@parley/contracts';
import { Locale } from '@parley/web-core';
import type { NotificationGroup } from './notification-groups';

/** More people than this are counted and not named. */
const NAMED = 2;

/** What happened, in a sentence. */
@Service()
export class NotificationWords {
  private readonly locale = inject(Locale);
  private readonly texts = inject(TranslocoService);

  sentenceOf(group: NotificationGroup): string {
    const { newest, items } = group;
    const names = this.namesOf(group);
    const room = newest.roomName ?? '';
    return this.texts.translate(`notifications.sentence.${keyOf(group)}`, {
      ...{ names, room, count: items.length, emoji: newest.text },
    });
  }

  private namesOf({ actors }: NotificationGroup): string {
    const names = actors.map(({ displayName }) => displayName);
    const others = names.length - NAMED;
    const shown =
      others > 0
        ? [...names.slice(0, NAMED), this.texts.translate('notifications.others', { count: others })]
        : names;
    return new Intl.ListFormat(this.locale.tag(), { type: 'conjunction' }).format(shown);
  }
}

function keyOf({ newest, items }: NotificationGroup): string {
  const { kind, roomName } = newest;
  switch (kind) {
    case 'security':
      return `security.${occasionOf(newest)}`;
    case 'message':
      return roomName ? 'message.group' : 'message.direct';
    case 'reaction':
      return `reaction.${items.length > 1 ? 'many' : 'one'}`;
    case 'mention':
      return `mention.${placeOf(newest)}`;
    case 'invite':
      return roomName ? 'invite.named' : 'invite.unnamed';
    default:
      return kind;
  }
}

const occasions: readonly string[] = [
  'new-device',
  'password-changed',
  'email-changed',
  'second-factor-on',
  'second-factor-off',
  'passkey-added',
  'passkey-removed',
  'provider-linked',
  'provider-unlinked',
];

/** What the texts know; what a newer server tells besides is something. */
function occasionOf({ text }: Notification): string {
  return occasions.includes(text) ? text : 'other';
}

function placeOf({ postId, commentId, roomName }: Notification): string {
  if (postId) {
    return commentId ? 'comment' : 'post';
  }
  return roomName ? 'room' : 'chat';
}
