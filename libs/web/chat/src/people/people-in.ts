import type { Message } from '@parley/contracts';

/** Everybody whose name it takes to show a message. */
export function peopleIn({ authorId, mentions, replyTo, system }: Message): string[] {
  return [authorId, ...mentions, ...(replyTo ? [replyTo.authorId] : []), ...(system?.userIds ?? [])];
}
