import { StoredBytesEntity } from '@parley/api-core';
import type { RoomKind, RoomPosting, RoomRole, RoomVisibility } from '@parley/contracts';
import { UserEntity } from '@parley/api-users';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The index by which two people who open the same direct room at once get the same one. */
export const DIRECT_KEY_INDEX = 'rooms_direct_key';

@Entity('rooms')
export class RoomEntity {
  /** Made by the client. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: RoomKind;

  @Column('text', { default: '' })
  name!: string;

  @Column('text', { default: '' })
  topic!: string;

  @Column('text')
  visibility!: RoomVisibility;

  /** Of the people in a direct room or in a group as it was made. */
  @Index(DIRECT_KEY_INDEX, { unique: true })
  @Column('text', { nullable: true })
  directKey!: string | null;

  /** Of what the room was made with: it recognises a repetition. */
  @Column('text')
  fingerprint!: string;

  /** The number of the newest message. Grows only in the transaction that writes the message. */
  @Column('bigint', { default: 0 })
  lastSeq!: number;

  /** The number of the newest visible change, of whatever kind. */
  @Column('bigint', { default: 0 })
  lastChange!: number;

  /** The number of the newest change of the room itself: its name, topic, visibility or archive mark. */
  @Column('bigint', { default: 0 })
  change!: number;

  /** Counted anew, under the lock of the room, whenever somebody comes or goes. */
  @Column('integer', { default: 0 })
  memberCount!: number;

  /** The hash of its picture, or null when it has none. */
  @Index('rooms_picture', { where: 'picture IS NOT NULL' })
  @Column('text', { nullable: true })
  @ForeignKey(() => StoredBytesEntity)
  picture!: string | null;

  /** Who may write besides owners and admins. */
  @Column('text', { default: 'everyone' })
  posting!: RoomPosting;

  /** Between two messages of a member; 0: as they like. */
  @Column('integer', { default: 0 })
  slowModeSeconds!: number;

  /** When `lastChange` grew the last time. Without an index, so that writing a message stays cheap. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  changedAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  archivedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => UserEntity, { onDelete: 'SET NULL' })
  createdBy!: string | null;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}

@Entity('memberships')
@Index('memberships_user', ['userId'], { where: 'left_at IS NULL' })
@Index('memberships_room_change', ['roomId', 'change'])
// With an expression, which TypeORM cannot name: the migration makes it.
@Index('memberships_roster', { synchronize: false })
export class MembershipEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => RoomEntity, { onDelete: 'CASCADE' })
  roomId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId!: string;

  @Column('text', { default: 'member' })
  role!: RoomRole;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  joinedAt!: Date;

  /** Null as long as the person is in the room. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  leftAt!: Date | null;

  /** Only grows. Unread counts are computed from it and never stored. */
  @Column('bigint', { default: 0 })
  lastReadSeq!: number;

  @Column('bigint', { default: 0 })
  lastDeliveredSeq!: number;

  /** The message from which on the person wants to read again, until they do. */
  @Column('bigint', { nullable: true })
  unreadFrom!: number | null;

  @Column('text', { default: 'all' })
  notify!: 'all' | 'mentions' | 'none';

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  mutedUntil!: Date | null;

  @Column('boolean', { default: false })
  favourite!: boolean;

  /** For the sake of slow mode. Written together with the marker, which sending moves anyway. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastSentAt!: Date | null;

  /** The number of the room's change that brought this version: joined, left, or another role. */
  @Column('bigint')
  change!: number;
}
