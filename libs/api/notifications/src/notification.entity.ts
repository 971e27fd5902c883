import { PostEntity } from '@parley/api-posts';
import { RoomEntity } from '@parley/api-rooms';
import { UserEntity } from '@parley/api-users';
import type { NotificationKind } from '@parley/contracts';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('notifications')
@Index('notifications_user', ['userId', 'createdAt', 'id'])
@Index('notifications_unread', ['userId', 'roomId', 'seq'], { where: 'read_at IS NULL' })
@Index('notifications_room', ['roomId', 'seq'], { where: 'room_id IS NOT NULL' })
@Index('notifications_post', ['postId', 'userId'], { where: 'post_id IS NOT NULL' })
// Of a kind that TypeORM cannot name: the migration makes it.
@Index('notifications_created', { synchronize: false })
export class NotificationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Who is told. */
  @Column('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId!: string;

  @Column('text')
  kind!: NotificationKind;

  /** Who did it. */
  @Index('notifications_actor')
  @Column('uuid', { nullable: true })
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  actorId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => RoomEntity, { onDelete: 'CASCADE' })
  roomId!: string | null;

  /** Without a foreign key: messages may be kept in partitions. */
  @Column('uuid', { nullable: true })
  messageId!: string | null;

  /** The number of the message in its room: whoever has read that far has seen it. */
  @Column('bigint', { nullable: true })
  seq!: number | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE' })
  postId!: string | null;

  @Column('uuid', { nullable: true })
  commentId!: string | null;

  /** What is not written anywhere else: an emoji, or what happened to the account. */
  @Column('text', { default: '' })
  text!: string;

  /** The same for the same reason to tell the same person: they are told once. */
  @Index('notifications_dedupe', { unique: true })
  @Column('text')
  dedupeKey!: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  readAt!: Date | null;
}
