import { MeChanged } from './users.dto.js';

/** Server → client. */
export const userServerEvents = {
  'me:changed': MeChanged,
} as const;
