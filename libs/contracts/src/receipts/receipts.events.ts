import { Done } from '../realtime/done.dto.js';
import { DeliveredCommand, RoomReceipts } from './receipts.dto.js';

/** Client → server: the payload, and the data of its acknowledgement. */
export const receiptCommands = {
  'room:delivered': { payload: DeliveredCommand, data: Done },
} as const;

/** Server → client. */
export const receiptServerEvents = {
  'room:receipts': RoomReceipts,
} as const;
