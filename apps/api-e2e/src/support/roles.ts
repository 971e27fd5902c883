import type { Ack } from '@parley/contracts';
import type { Answer, ClientSocket, Person } from './person.js';

/** What a call is about. */
export interface Place {
  roomId: string;
  /** A member who is there for this call alone. */
  targetId: string;
  /** Somebody who is not in the room. */
  newcomerId: string;
  /** Somebody else's message in the room. */
  messageId: string;
  /** The caller's own message in the room; of who cannot write there, somebody else's. */
  ownMessageId: string;
  /** A session of somebody else. */
  sessionId: string;
  /** Of a link into the room that everybody may use. */
  inviteToken: string;
}

/** The columns of the table. The server's administrator is a stranger to the rooms. */
export const roles = [
  'nobody',
  'stranger to a public room',
  'stranger to a private room',
  'member',
  'admin',
  'owner',
  'administrator',
] as const;

export type Call = (who: Person, place: Place) => Promise<Answer<unknown>>;
export type Command = (socket: ClientSocket, place: Place, who: Person) => Promise<Ack<unknown>>;
/** A status, or the code of a refusal; one for each role. */
export type Expected = readonly (number | string)[];

export const UNKNOWN = 'auth.required';

export const everybody = (outcome: number | string): Expected => roles.map(() => outcome);
export const signedIn = (outcome: number | string): Expected => [UNKNOWN, ...everybody(outcome).slice(1)];

/** Routes, and who may. */
export type Routes = Record<string, { call: Call; expected: Expected }>;
