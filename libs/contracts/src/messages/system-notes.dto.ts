/**
 * What happened in a room, as its history shows it: a message of the kind `system` has one. Who did it is the
 * author of the message. Which of the other fields are there follows from `kind`, as `SystemEvent` says.
 */
export class SystemNote {
  kind!:
    | 'joined'
    | 'joined-by-invite'
    | 'left'
    | 'added'
    | 'removed'
    | 'role-changed'
    | 'renamed'
    | 'topic-changed'
    | 'visibility-changed'
    | 'picture-changed'
    | 'posting-changed'
    | 'slow-mode-changed'
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
  /** Who may write from now on. */
  posting?: 'everyone' | 'admins';
  /** Between two messages of a member from now on. */
  seconds?: number;
  /** The number of the message that was pinned. */
  seq?: number;
}

/** Which fields belong to which kind: what is written is one of these. */
export type SystemEvent =
  | { kind: 'joined' | 'joined-by-invite' | 'left' | 'picture-changed' | 'archived' | 'restored' }
  | { kind: 'added' | 'removed'; userIds: string[] }
  | { kind: 'role-changed'; userIds: string[]; role: 'owner' | 'admin' | 'member' }
  | { kind: 'renamed' | 'topic-changed'; text: string }
  | { kind: 'visibility-changed'; visibility: 'public' | 'private' }
  | { kind: 'posting-changed'; posting: 'everyone' | 'admins' }
  | { kind: 'slow-mode-changed'; seconds: number }
  | { kind: 'pinned'; seq: number };
