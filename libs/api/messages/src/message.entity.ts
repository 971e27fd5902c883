import type { FileRecord } from '@parley/api-files';
import { RoomEntity } from '@parley/api-rooms';
import { UserEntity } from '@parley/api-users';
import type { Message, Reaction, SystemNote } from '@parley/contracts';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The index by which a message that arrives a second time is recognised. */
export const MESSAGE_ID_INDEX = 'messages_id';

@Entity('messages')
@Index(MESSAGE_ID_INDEX, ['id'], { unique: true })
@Index('messages_reply', ['roomId', 'replyToSeq'], { where: 'reply_to_seq IS NOT NULL' })
@Index('messages_pinned', ['roomId', 'pinnedAt'], { where: 'pinned_at IS NOT NULL' })
@Index('messages_room_change', ['roomId', 'change'])
export class MessageEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => RoomEntity, { onDelete: 'CASCADE' })
  roomId!: string;

  @PrimaryColumn('bigint')
  seq!: number;

  /** Made by the author's client. */
  @Column('uuid')
  id!: string;

  @Column('bigint')
  change!: number;

  @Column('text', { default: 'text' })
  kind!: Message['kind'];

  @Column('uuid')
  @ForeignKey(() => UserEntity)
  authorId!: string;

  @Column('text')
  body!: string;

  /** Of a message of the kind `system`, until it is deleted. */
  @Column('jsonb', { nullable: true })
  system!: SystemNote | null;

  /** The message of the same room that this one answers. */
  @Column('bigint', { nullable: true })
  replyToSeq!: number | null;

  @Column('uuid', { array: true, default: [] })
  mentions!: string[];

  /** Calls everybody in the room: one mark instead of an id for each of them. */
  @Column('boolean', { default: false })
  mentionsRoom!: boolean;

  /** What `message_reactions` has of it, as it is shown; null when there is none. */
  @Column('jsonb', { nullable: true })
  reactions!: Reaction[] | null;

  /** What `message_files` has of it, as it is shown; null when there is none. */
  @Column('jsonb', { nullable: true })
  files!: FileRecord[] | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  pinnedAt!: Date | null;

  /** Of what was sent, whatever edits follow: it recognises a repetition. */
  @Column('text')
  fingerprint!: string;

  /** Milliseconds, as JavaScript has them: finer ones would be lost on the way to the client and back. */
  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  editedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  deletedAt!: Date | null;
}
