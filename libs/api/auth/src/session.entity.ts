import { UserEntity } from '@parley/api-users';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One signed-in browser or program, and the refresh token that it holds. */
@Entity('sessions')
@Index('sessions_user', ['userId'], { where: 'revoked_at IS NULL' })
@Index('sessions_programs', ['userId', 'userAgent'])
export class SessionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId!: string;

  /** Of the token that was given out last. */
  @Column('text')
  refreshHash!: string;

  /** Of the token before. */
  @Column('text', { nullable: true })
  previousHash!: string | null;

  /** When the last token took the place of the one before. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  rotatedAt!: Date;

  @Column('text')
  userAgent!: string;

  @Column('text')
  ip!: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  lastSeenAt!: Date;

  /** When its person last showed who they are. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  provedAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  revokedAt!: Date | null;
}
