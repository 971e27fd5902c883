import { UserEntity } from '@parley/api-users';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type TokenPurpose = 'verify-email' | 'change-email' | 'reset-password';

/** The end of a link that was mailed to somebody. The link itself is kept nowhere. */
@Entity('one_time_tokens')
@Index('one_time_tokens_user', ['userId'])
export class OneTimeTokenEntity {
  @PrimaryColumn('text')
  hash!: string;

  @Column('text')
  purpose!: TokenPurpose;

  @Column('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId!: string;

  /** Where the mail went, which may be an address that is yet to be theirs: whoever uses the link reads mail there. */
  @Column('text')
  email!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;
}
