import type { Notification, User } from '@parley/contracts';

/** Notifications of one thing, shown as one line. */
export interface NotificationGroup {
  /** The newest of them. */
  newest: Notification;
  items: readonly Notification[];
  /** Who did it, each once, the last one first. */
  actors: readonly User[];
  isUnread: boolean;
}

/** What is unread comes first; in each part the newest first. */
export function grouped(items: readonly Notification[]): NotificationGroup[] {
  const groups = new Map<string, Notification[]>();
  for (const item of items.toSorted(newestFirst)) {
    const key = `${item.readAt === null} ${subjectOf(item)}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const all = [...groups.values()].flatMap((members) => toGroup(members) ?? []);
  return [...all.filter(({ isUnread }) => isUnread), ...all.filter(({ isUnread }) => !isUnread)];
}

function toGroup(items: readonly Notification[]): NotificationGroup | null {
  const [newest] = items;
  if (!newest) {
    return null;
  }
  const actors = new Map(items.flatMap(({ actor }) => (actor ? [[actor.id, actor] as const] : [])));
  return { newest, items, actors: [...actors.values()], isUnread: newest.readAt === null };
}

/** What belongs together: a chat, what is reacted to, a discussion. What calls somebody stands by itself. */
function subjectOf({ id, kind, roomId, messageId, postId, commentId }: Notification): string {
  switch (kind) {
    case 'message':
      return `message ${roomId ?? ''}`;
    case 'reaction':
      return `reaction ${messageId ?? commentId ?? postId ?? ''}`;
    case 'comment':
      return `comment ${postId ?? ''}`;
    case 'follow':
      return 'follow';
    default:
      return id;
  }
}

function newestFirst(one: Notification, other: Notification): number {
  return other.createdAt.localeCompare(one.createdAt) || other.id.localeCompare(one.id);
}
