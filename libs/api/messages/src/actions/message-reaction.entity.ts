import { UserEntity } from '@parley/api-users';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MessageEntity } from '../message.entity.js';

/** Who reacted with what. What a message shows of it is `MessageEntity.reactions`, so that reading costs nothing. */
@Entity('message_reactions')
@ForeignKey(() => MessageEntity, ['roomId', 'seq'], ['roomId', 'seq'], { onDelete: 'CASCADE' })
export class MessageReactionEntity {
  @PrimaryColumn('uuid')
  roomId!: string;

  @PrimaryColumn('bigint')
  seq!: number;

  @PrimaryColumn('text')
  emoji!: string;

  @Index('message_reactions_user')
  @PrimaryColumn('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId!: string;

  /** In their order the reactions are shown. */
  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  createdAt!: Date;
}
