import type { SystemEvent } from '@parley/contracts';

/** Writes into a room's history what happened in it. Messages know rooms and not the other way round. */
export abstract class RoomNotes {
  /**
   * Belongs into the transaction that does what the notes tell, under the lock of the room, and after its own
   * changes: the notes take the next numbers, and are announced with the rest.
   *
   * @param authorId who did it
   */
  abstract write(roomId: string, authorId: string, events: readonly SystemEvent[]): Promise<void>;
}
