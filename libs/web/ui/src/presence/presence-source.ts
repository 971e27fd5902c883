import type { Presence } from '@parley/contracts';

/** Where parts of the screen learn how people are; provided by the app, because these parts know no server. */
export abstract class PresenceSource {
  /** A signal read. Undefined for whom nobody watches. */
  abstract of(userId: string): Presence | undefined;
  /** @returns what ends it */
  abstract watch(userId: string): () => void;
}
