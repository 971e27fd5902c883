/** People have something new, and it is committed. */
export class NotificationsMade {
  constructor(readonly made: readonly { id: string; userId: string }[]) {}
}

/** Something of these people was read, or is gone. */
export class NotificationsRead {
  constructor(readonly userIds: readonly string[]) {}
}
