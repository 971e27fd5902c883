import type { Reaction } from '@parley/contracts';

export interface ShownReaction {
  readonly emoji: string;
  readonly count: number;
  /** At most 50, oneself among them where one has reacted. */
  readonly userIds: readonly string[];
  readonly isOwn: boolean;
}

/**
 * The reactions to a message as they will be.
 *
 * @param wanted what the person has just chosen or taken back, by emoji; the server does not know it yet
 */
export function shownReactions(
  reactions: readonly Reaction[],
  wanted: ReadonlyMap<string, boolean>,
  ownId: string,
): readonly ShownReaction[] {
  const known = new Set(reactions.map(({ emoji }) => emoji));
  const added = [...wanted.keys()].filter((emoji) => !known.has(emoji));
  return [...reactions, ...added.map((emoji) => ({ emoji, count: 0, userIds: [] }))]
    .map(({ emoji, count, userIds }) => {
      const wasOwn = userIds.includes(ownId);
      const isOwn = wanted.get(emoji) ?? wasOwn;
      const others = userIds.filter((id) => id !== ownId);
      return {
        emoji,
        count: count + Number(isOwn) - Number(wasOwn),
        userIds: isOwn === wasOwn ? userIds : [...others, ...(isOwn ? [ownId] : [])],
        isOwn,
      };
    })
    .filter(({ count }) => count > 0);
}
