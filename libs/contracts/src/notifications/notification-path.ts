/** Where in the web client something is to be seen. */
export interface NotificationPlace {
  kind: string;
  roomId?: string;
  seq?: number;
  postId?: string;
  actor?: { username: string } | null;
}

/** The address of what a notification is about, below that of the client. */
export function notificationPath({ kind, roomId, seq, postId, actor }: NotificationPlace): string {
  if (roomId) {
    return seq === undefined || kind === 'message' ? `/chats/${roomId}` : `/chats/${roomId}/m/${seq}`;
  }
  if (postId) {
    return `/posts/${postId}`;
  }
  return actor ? `/@${actor.username}` : '/settings/account';
}
