import { DomainError } from '@parley/api-core';
import { isSayingSomething } from '@parley/contracts';
import type { MessageRow } from './message.row.js';

type Message = Pick<MessageRow, 'kind' | 'authorId' | 'deletedAt'>;

/** Only the author changes the words, as long as they may still say something, and nobody what the system tells. @throws DomainError */
export function assertMayEdit(
  { kind, authorId, deletedAt }: Message,
  userId: string,
  maySpeak: boolean,
): void {
  if (authorId !== userId || kind === 'system') {
    throw new DomainError('message.forbidden');
  }
  if (deletedAt) {
    throw new DomainError('message.deleted');
  }
  if (!maySpeak) {
    throw new DomainError('room.forbidden');
  }
}

/** Who has blocked the other one in a direct chat does nothing there that they would see. @throws DomainError */
export function assertNotApart({ isApart }: { isApart: boolean }): void {
  if (isApart) {
    throw new DomainError('user.blocked');
  }
}

/** Nobody takes all words out of a message that has nothing else. @throws DomainError */
export function assertSaysSomething(body: string, { files }: Pick<MessageRow, 'files'>): void {
  if (files === null && !isSayingSomething(body)) {
    throw new DomainError('request.invalid', { errors: [{ pointer: '/body', detail: 'must not be empty' }] });
  }
}

/** The author of what somebody wrote, and who looks after the room. @throws DomainError */
export function assertMayDelete({ kind, authorId }: Message, userId: string, isModerator: boolean): void {
  const isOwn = authorId === userId && kind !== 'system';
  if (!isOwn && !isModerator) {
    throw new DomainError('message.forbidden');
  }
}

/** Everybody in the room, also where only a few may speak. @throws DomainError */
export function assertMayReact({ kind, deletedAt }: Message): void {
  if (deletedAt) {
    throw new DomainError('message.deleted');
  }
  if (kind === 'system') {
    throw new DomainError('message.forbidden');
  }
}

/** @param mayPin whether this person may pin messages of the room at all; @throws DomainError */
export function assertMayPin({ kind, deletedAt }: Message, mayPin: boolean): void {
  if (!mayPin || kind === 'system') {
    throw new DomainError('message.forbidden');
  }
  if (deletedAt) {
    throw new DomainError('message.deleted');
  }
}
