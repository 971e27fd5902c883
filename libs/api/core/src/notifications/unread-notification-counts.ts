/** What `sync` tells of notifications, which know rooms and not the other way round: they provide it. */
export abstract class UnreadNotificationCounts {
  /** How many this person has not read. */
  abstract of(userId: string): Promise<number>;
}
