import type { Notification, NotificationKind, User } from '@parley/contracts';

/** A notification as it is read, with the words of what it is about as they are now. */
export interface NotificationRow {
  id: string;
  userId: string;
  kind: NotificationKind;
  actorId: string | null;
  roomId: string | null;
  roomName: string | null;
  messageId: string | null;
  seq: number | null;
  postId: string | null;
  commentId: string | null;
  text: string;
  createdAt: Date;
  readAt: Date | null;
}

export function toNotification(row: NotificationRow, people: ReadonlyMap<string, User>): Notification {
  const { id, kind, actorId, text, createdAt, readAt } = row;
  return {
    ...{ id, kind, text, ...placeOf(row) },
    actor: (actorId === null ? null : people.get(actorId)) ?? null,
    createdAt: createdAt.toISOString(),
    readAt: readAt?.toISOString() ?? null,
  };
}

/** Where it happened: what it is not about is absent. */
function placeOf({ roomId, roomName, messageId, seq, postId, commentId }: NotificationRow) {
  return {
    ...(roomId !== null && { roomId, roomName: roomName ?? '' }),
    ...(messageId !== null && { messageId }),
    ...(seq !== null && { seq }),
    ...(postId !== null && { postId }),
    ...(commentId !== null && { commentId }),
  };
}
