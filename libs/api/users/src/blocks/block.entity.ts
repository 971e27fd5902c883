import { CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { UserEntity } from '../user.entity.js';

/** Somebody wants to have nothing to do with somebody else. */
@Entity('blocks')
@Index('blocks_blocked', ['blockedId', 'blockerId'])
@Index('blocks_blocker', ['blockerId', 'createdAt', 'blockedId'])
export class BlockEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  blockerId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  blockedId!: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
