/**
 * What happened in a room, as its history shows it: a message of the kind `system` has one. Who did it is the
 * author of the message. Which of the other fields are there follows from `kind`, as `SystemEvent` says.
 */
export class SystemNote {
  kind!:
    | 'joined'
    | 'left'
    | 'added'
    | 'removed'
    | 'role-changed'
    | 'renamed'
    | 'topic-changed'
    | 'visibility-changed'
    | 'archived'
    | 'restored'
    | 'pinned';
  /** To whom it was done. */
  userIds?: string[];
  /** Their role from now on. */
  role?: 'owner' | 'admin' | 'member';
  /** The name or the topic of the room from now on. */
  text?: string;
  visibility?: 'public' | 'private';
  /** The number of the message that was pinned. */
  seq?: number;
}

/** Which fields belong to which kind: what is written is one of these. */
export type SystemEvent =
  | { kind: 'joined' | 'left' | 'archived' | 'restored' }
  | { kind: 'added' | 'removed'; userIds: string[] }
  | { kind: 'role-changed'; userIds: string[]; role: 'owner' | 'admin' | 'member' }
  | { kind: 'renamed' | 'topic-changed'; text: string }
  | { kind: 'visibility-changed'; visibility: 'public' | 'private' }
  | { kind: 'pinned'; seq: number };
