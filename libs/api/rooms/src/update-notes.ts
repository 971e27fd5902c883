import type { SystemEvent, UpdateRoom } from '@parley/contracts';
import type { RoomEntity } from './room.entity.js';

/** What an update changes of a room as it was, one note for each. */
export function notesOf(
  changes: UpdateRoom,
  room: Pick<RoomEntity, 'name' | 'topic' | 'visibility' | 'archivedAt' | 'posting' | 'slowModeSeconds'>,
): SystemEvent[] {
  return [...notesOfLooks(changes, room), ...notesOfRules(changes, room)];
}

function notesOfLooks(
  { name, topic, visibility, archived }: UpdateRoom,
  room: Pick<RoomEntity, 'name' | 'topic' | 'visibility' | 'archivedAt'>,
): SystemEvent[] {
  const notes: SystemEvent[] = [];
  if (name !== undefined && name !== room.name) {
    notes.push({ kind: 'renamed', text: name });
  }
  if (topic !== undefined && topic !== room.topic) {
    notes.push({ kind: 'topic-changed', text: topic });
  }
  if (visibility !== undefined && visibility !== room.visibility) {
    notes.push({ kind: 'visibility-changed', visibility });
  }
  if (archived !== undefined && archived !== Boolean(room.archivedAt)) {
    notes.push({ kind: archived ? 'archived' : 'restored' });
  }
  return notes;
}

/** Who may write, and how often. */
function notesOfRules(
  { posting, slowModeSeconds: seconds }: UpdateRoom,
  room: Pick<RoomEntity, 'posting' | 'slowModeSeconds'>,
): SystemEvent[] {
  const notes: SystemEvent[] = [];
  if (posting !== undefined && posting !== room.posting) {
    notes.push({ kind: 'posting-changed', posting });
  }
  if (seconds !== undefined && seconds !== room.slowModeSeconds) {
    notes.push({ kind: 'slow-mode-changed', seconds });
  }
  return notes;
}
