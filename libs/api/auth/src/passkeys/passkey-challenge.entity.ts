import { UserEntity } from '@parley/api-users';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A question that nobody has answered yet. */
@Entity('passkey_challenges')
@Index('passkey_challenges_end', ['expiresAt'])
export class PasskeyChallengeEntity {
  @PrimaryColumn('text')
  challenge!: string;

  /** Who is making a passkey; null when one is to be shown, by whomever. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId!: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;
}
