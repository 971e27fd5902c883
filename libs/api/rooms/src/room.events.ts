import type {
  MemberChanged,
  MembershipSettings,
  RoomMarker,
  RoomReceipts,
  SharedRoom,
} from '@parley/contracts';

/** The room itself has a new version. */
export class RoomUpdated {
  constructor(readonly room: SharedRoom) {}
}

/** Somebody came, went or has another role. */
export class MembershipChanged {
  constructor(readonly changed: MemberChanged) {}
}

/** People are in a room from now on. */
export class RoomEntered {
  constructor(
    readonly userIds: readonly string[],
    readonly roomId: string,
  ) {}
}

/** People are no longer in a room, or it is gone. */
export class RoomExited {
  constructor(
    readonly userIds: readonly string[],
    readonly roomId: string,
  ) {}
}

/** A person has chosen how loud a room is, or how near. */
export class SettingsChosen {
  constructor(
    readonly userId: string,
    readonly settings: MembershipSettings,
  ) {}
}

/** A person has read further. */
export class MarkerMoved {
  constructor(
    readonly userId: string,
    readonly marker: RoomMarker,
  ) {}
}

/** The markers of people have moved, and others in their rooms are to hear of it. */
export class ReceiptsMoved {
  constructor(readonly places: readonly { roomId: string; userId: string }[]) {}
}

/** Where markers are now, for everybody in the room but those who do not share theirs. */
export class ReceiptsTold {
  constructor(
    readonly receipts: RoomReceipts,
    readonly exceptUserIds: readonly string[],
  ) {}
}
