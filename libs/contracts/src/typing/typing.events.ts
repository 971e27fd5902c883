import { Done } from '../realtime/done.dto.js';
import { TypingChanged, TypingCommand } from './typing.dto.js';

/** Client → server: the payload, and the data of its acknowledgement. */
export const typingCommands = {
  'typing:start': { payload: TypingCommand, data: Done },
  'typing:stop': { payload: TypingCommand, data: Done },
} as const;

/** Server → client. */
export const typingServerEvents = {
  'typing:changed': TypingChanged,
} as const;
