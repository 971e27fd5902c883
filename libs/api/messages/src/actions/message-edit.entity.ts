import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MessageEntity } from '../message.entity.js';

/** What a message said before. */
@Entity('message_edits')
@ForeignKey(() => MessageEntity, ['roomId', 'seq'], ['roomId', 'seq'], { onDelete: 'CASCADE' })
export class MessageEditEntity {
  @PrimaryColumn('uuid')
  roomId!: string;

  @PrimaryColumn('bigint')
  seq!: number;

  /** That the message had when these words were replaced. */
  @PrimaryColumn('bigint')
  change!: number;

  @Column('text')
  body!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  writtenAt!: Date;
}
