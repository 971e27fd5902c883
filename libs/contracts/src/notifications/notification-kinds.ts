/** What somebody can be told of. */
export const notificationKinds = [
  'message',
  'mention',
  'reply',
  'reaction',
  'invite',
  'follow',
  'post',
  'comment',
  'security',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** How loud a kind is: not at all, on the page of notifications, or on devices that are asleep as well. */
export const notificationLevels = ['off', 'inbox', 'push'] as const;
export type NotificationLevel = (typeof notificationLevels)[number];

/** For whoever has chosen nothing. */
export const defaultLevels: Readonly<Record<NotificationKind, NotificationLevel>> = {
  message: 'push',
  mention: 'push',
  reply: 'push',
  reaction: 'inbox',
  invite: 'push',
  follow: 'inbox',
  post: 'push',
  comment: 'push',
  security: 'push',
};
