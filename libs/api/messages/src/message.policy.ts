import { DomainError } from '@parley/api-core';
import type { MessageRow } from './message.row.js';

type Message = Pick<MessageRow, 'authorId' | 'deletedAt'>;

/** Only the author changes the words. @throws DomainError */
export function assertMayEdit({ authorId, deletedAt }: Message, userId: string): void {
  if (authorId !== userId) {
    throw new DomainError('message.forbidden');
  }
  if (deletedAt) {
    throw new DomainError('message.deleted');
  }
}

/** The author, and who looks after the room. @throws DomainError */
export function assertMayDelete({ authorId }: Message, userId: string, isModerator: boolean): void {
  if (authorId !== userId && !isModerator) {
    throw new DomainError('message.forbidden');
  }
}
