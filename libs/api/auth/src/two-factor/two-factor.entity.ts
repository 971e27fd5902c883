import { UserEntity } from '@parley/api-users';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a person's authenticator app and this server both know. Whether it is in use says `users.two_factor_enabled`. */
@Entity('two_factor')
export class TwoFactorEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId!: string;

  /** Encrypted. */
  @Column('text')
  secret!: string;

  /** The time step of the last code that was taken: no code is good twice. */
  @Column('bigint', { default: 0 })
  lastStep!: number;

  /** Of the recovery codes that are left. */
  @Column('text', { array: true, default: [] })
  recoveryHashes!: string[];
}
