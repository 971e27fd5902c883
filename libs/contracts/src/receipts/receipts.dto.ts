import { IsInt, Max, Min } from 'class-validator';
import { IsId } from '../validation/validators.js';

/** The payload of `room:delivered`. */
export class DeliveredCommand {
  @IsId()
  roomId!: string;

  /** Everything up to here has arrived on one of the person's devices. More than there is means all. */
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  seq!: number;
}

/** How far somebody else in a room is. Both numbers only grow. */
export class MemberMarkers {
  userId!: string;
  /** 0 where one of the two does not share receipts. */
  lastReadSeq!: number;
  lastDeliveredSeq!: number;
}

/** How far others in a room are; as an event, those whose markers have moved. */
export class RoomReceipts {
  roomId!: string;
  items!: MemberMarkers[];
}

/** What somebody has done with a message. */
export class Receipt {
  userId!: string;
  /** Null when it is no longer known, or was never noted. */
  at!: string | null;
}

/** What became of a message: each person who was in the room when it was written is in one of the three lists. */
export class MessageReceipts {
  readBy!: Receipt[];
  /** Those whose devices have it, and who have not read it or do not share that they have. */
  deliveredTo!: Receipt[];
  /** How many have not got it yet. */
  pending!: number;
  /** Who they are. */
  pendingIds!: string[];
}
