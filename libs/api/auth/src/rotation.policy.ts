import type { SessionEntity } from './session.entity.js';

/** Milliseconds in which the token before the last one is still answered: its answer may have got lost. */
export const ROTATION_GRACE = 30_000;

type Held = Pick<SessionEntity, 'refreshHash' | 'previousHash' | 'rotatedAt' | 'expiresAt' | 'revokedAt'>;

/**
 * What a refresh token is good for.
 * - `rotate`: it is the last one that was given out, and its successor takes its place.
 * - `repeat`: it has a successor already, which nobody has used; the same one is given again.
 * - `ended`: the session is over.
 * - `theft`: it was used before, so two have it, and nobody can tell who is the thief.
 */
export function judgeRefresh(
  session: Held,
  hash: string,
  now = new Date(),
): 'rotate' | 'repeat' | 'ended' | 'theft' {
  if (session.revokedAt || session.expiresAt <= now) {
    return 'ended';
  }
  if (hash === session.refreshHash) {
    return 'rotate';
  }
  const isRecent = now.getTime() - session.rotatedAt.getTime() <= ROTATION_GRACE;
  return hash === session.previousHash && isRecent ? 'repeat' : 'theft';
}
