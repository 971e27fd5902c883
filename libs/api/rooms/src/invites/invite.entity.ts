import { UserEntity } from '@parley/api-users';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RoomEntity } from '../room.entity.js';

/** A link into a room. One that is revoked has no row any more. */
@Entity('invites')
export class InviteEntity {
  /** Secret, and kept as it is, so that those who may invite can copy the link again. */
  @PrimaryColumn('text')
  token!: string;

  @Index('invites_room')
  @Column('uuid')
  @ForeignKey(() => RoomEntity, { onDelete: 'CASCADE' })
  roomId!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => UserEntity, { onDelete: 'SET NULL' })
  createdBy!: string | null;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  expiresAt!: Date | null;

  @Column('integer', { nullable: true })
  maxUses!: number | null;

  /** Counted under the lock of the room. */
  @Column('integer', { default: 0 })
  uses!: number;
}
