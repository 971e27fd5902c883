import { AuthExpiring, RefreshSocket, SessionClosed, SocketRefreshed } from './auth.dto.js';

/** Client → server: the payload, and the data of its acknowledgement. */
export const authCommands = {
  'auth:refresh': { payload: RefreshSocket, data: SocketRefreshed },
} as const;

/** Server → client. */
export const authServerEvents = {
  'auth:expiring': AuthExpiring,
  'session:closed': SessionClosed,
} as const;
