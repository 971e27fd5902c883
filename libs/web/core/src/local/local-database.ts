import { effect, inject, Service } from '@angular/core';
import type { FileInfo, Message, Problem, Room, SendMessageCommand, User } from '@parley/contracts';
import { Dexie, type Table } from 'dexie';
import { Session } from '../session/session';
import { localDatabaseName } from './forget-local-database';

/** A message that the server has not confirmed yet. Its id never changes, so it can be sent again. */
export interface OutboxEntry {
  id: string;
  roomId: string;
  command: SendMessageCommand;
  /** Its files are among the attachments; the command names them once all have arrived. */
  hasFiles?: boolean;
  /** By the clock of this device, in milliseconds; gives the order of sending. */
  createdAt: number;
  /** Why the server refused it. */
  problem?: Problem;
}

/** Other words for a message, which the server does not have yet; the latest ones of each message. */
export interface StoredEdit {
  messageId: string;
  roomId: string;
  body: string;
  /** By the clock of this device, in milliseconds. */
  createdAt: number;
  /** Why the server refused it. */
  problem?: Problem;
}

/** What somebody has begun to write in a room. */
export interface StoredDraft {
  roomId: string;
  text: string;
  replyToId?: string;
}

/** A file on its way: in the box of a room, or with a message in the outbox. */
export interface StoredAttachment {
  id: string;
  roomId: string;
  /** The message in the outbox; empty as long as it is being written. */
  messageId: string;
  /** By the clock of this device, in milliseconds; gives the order within the message. */
  createdAt: number;
  name: string;
  mime: string;
  /** In bytes. */
  size: number;
  bytes: Blob;
  width?: number;
  height?: number;
  durationMs?: number;
  /** Where a large upload goes on after a break. */
  uploadUrl?: string;
  /** What the server has made of it. */
  file?: FileInfo;
  /** Why the server refused it. */
  problem?: Problem;
}

export interface StoredRoom {
  id: string;
  room: Room;
}

export interface StoredMessage {
  roomId: string;
  seq: number;
  message: Message;
}

/** Anything small, by name: how far a room was applied, the generation of the server's data. */
export interface StoredValue {
  key: string;
  value: unknown;
}

/** What the signed-in account keeps on this device. Loaded with the first feature that needs it. */
@Service()
export class LocalDatabase extends Dexie {
  readonly outbox: Table<OutboxEntry, string>;
  readonly drafts: Table<StoredDraft, string>;
  readonly edits: Table<StoredEdit, string>;
  readonly attachments: Table<StoredAttachment, string>;
  readonly rooms: Table<StoredRoom, string>;
  readonly messages: Table<StoredMessage, [string, number]>;
  readonly people: Table<User, string>;
  readonly values: Table<StoredValue, string>;

  /** @throws when nobody is signed in: only pages behind the guard may ask for it. */
  constructor() {
    const session = inject(Session);
    const me = session.me();
    if (!me) {
      throw new Error('The local database belongs to an account');
    }
    super(localDatabaseName(me.id));
    this.version(1).stores({
      outbox: 'id, roomId, createdAt',
      drafts: 'roomId',
      rooms: 'id',
      messages: '[roomId+seq], roomId',
      people: 'id',
      values: 'key',
    });
    this.version(2).stores({ edits: 'messageId, createdAt' });
    this.version(3).stores({ attachments: 'id, roomId, messageId' });
    this.outbox = this.table('outbox');
    this.drafts = this.table('drafts');
    this.edits = this.table('edits');
    this.attachments = this.table('attachments');
    this.rooms = this.table('rooms');
    this.messages = this.table('messages');
    this.people = this.table('people');
    this.values = this.table('values');
    effect(() => {
      if (!session.isSignedIn()) {
        // Whoever signed out may want it deleted; for who comes back it opens by itself.
        this.close({ disableAutoOpen: false });
      }
    });
  }
}
