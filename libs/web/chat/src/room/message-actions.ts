import type { Message } from '@parley/contracts';

/** What somebody wants to do with a message. */
export interface MessageAction {
  kind: 'reply' | 'copy' | 'link' | 'forward' | 'unread' | 'edit' | 'delete' | 'jump';
  message: Message;
}
