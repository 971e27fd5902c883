import type { Notification } from '@parley/contracts';
import { notificationPath } from '@parley/contracts';
import { bodyOf, pushTexts, titleOf } from './push-texts.js';

/** What the service worker of the client gets; it knows no texts of its own. */
export interface PushMessage {
  /** Null for a test. */
  id: string | null;
  title: string;
  body: string;
  /** Where a click leads. */
  path: string;
  /** What is about the same place takes the place of the one before. */
  tag: string;
  /** Where an answer goes, and what it says it has read. */
  roomId?: string;
  seq?: number;
  /** How many are unread now. */
  unread: number;
  words: { reply: string; read: string };
}

export function toPushMessage(notification: Notification, locale: string, unread: number): PushMessage {
  const { id, roomId, postId, seq } = notification;
  const texts = pushTexts(locale);
  return {
    ...{ id, unread },
    title: titleOf(notification),
    body: bodyOf(notification, texts),
    path: notificationPath(notification),
    tag: roomId ?? postId ?? id,
    ...(roomId && seq !== undefined && { roomId, seq }),
    words: { reply: texts.reply, read: texts.read },
  };
}

export function testMessage(locale: string, unread: number): PushMessage {
  const { test, reply, read } = pushTexts(locale);
  return { ...test, id: null, path: '/settings/notifications', tag: 'test', unread, words: { reply, read } };
}
