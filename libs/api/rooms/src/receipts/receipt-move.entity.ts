import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MembershipEntity } from '../room.entity.js';

/** When a marker moved, and over which messages: what tells the time at which each of them was read. */
@Entity('receipt_moves')
@ForeignKey(() => MembershipEntity, ['roomId', 'userId'], ['roomId', 'userId'], { onDelete: 'CASCADE' })
@Index('receipt_moves_at', { synchronize: false })
export class ReceiptMoveEntity {
  @PrimaryColumn('uuid')
  roomId!: string;

  @PrimaryColumn('uuid')
  userId!: string;

  /** Whether they were read; otherwise they were delivered. */
  @PrimaryColumn('boolean')
  isRead!: boolean;

  /** Where the marker was from then on. */
  @PrimaryColumn('bigint')
  seq!: number;

  /** Where it was before. */
  @Column('bigint')
  fromSeq!: number;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  at!: Date;
}
