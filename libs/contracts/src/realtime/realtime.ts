import { authCommands, authServerEvents } from '../auth/auth.events.js';
import { commentServerEvents } from '../comments/comments.events.js';
import type { SocketProblem } from '../errors/problem.dto.js';
import { messageCommands, messageServerEvents } from '../messages/messages.events.js';
import { notificationServerEvents } from '../notifications/notifications.events.js';
import { presenceCommands, presenceServerEvents } from '../presence/presence.events.js';
import { postCommands, postServerEvents } from '../posts/posts.events.js';
import { receiptCommands, receiptServerEvents } from '../receipts/receipts.events.js';
import { roomServerEvents } from '../rooms/rooms.events.js';
import { syncCommands, syncServerEvents } from '../sync/sync.events.js';
import { typingCommands, typingServerEvents } from '../typing/typing.events.js';
import { userServerEvents } from '../users/users.events.js';

/** The whole socket protocol: a feature adds its two maps here, and the types below follow. */
export const commands = {
  ...authCommands,
  ...messageCommands,
  ...presenceCommands,
  ...postCommands,
  ...receiptCommands,
  ...syncCommands,
  ...typingCommands,
} as const;
export const serverEvents = {
  ...authServerEvents,
  ...commentServerEvents,
  ...messageServerEvents,
  ...notificationServerEvents,
  ...presenceServerEvents,
  ...postServerEvents,
  ...receiptServerEvents,
  ...roomServerEvents,
  ...syncServerEvents,
  ...typingServerEvents,
  ...userServerEvents,
} as const;

export type CommandName = keyof typeof commands;
export type CommandPayload<N extends CommandName> = InstanceType<(typeof commands)[N]['payload']>;
export type CommandData<N extends CommandName> = InstanceType<(typeof commands)[N]['data']>;
export type ServerEventName = keyof typeof serverEvents;
export type ServerEvent<N extends ServerEventName> = InstanceType<(typeof serverEvents)[N]>;

/** How every command is answered, after its transaction has committed. */
export type Ack<Data> = { ok: true; data: Data } | { ok: false; problem: SocketProblem };

export type ClientToServerEvents = {
  [N in CommandName]: (payload: CommandPayload<N>, ack: (reply: Ack<CommandData<N>>) => void) => void;
};
export type ServerToClientEvents = {
  [N in ServerEventName]: (event: ServerEvent<N>) => void;
};
