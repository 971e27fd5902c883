import { UserEntity } from '@parley/api-users';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** By its name an identity is recognised that somebody has already. */
export const SUBJECT_INDEX = 'oidc_identities_subject';

/** An account elsewhere that opens an account here. Issuer and subject are who it is; all else may change. */
@Entity('oidc_identities')
@Index(SUBJECT_INDEX, ['issuer', 'subject'], { unique: true })
@Index('oidc_identities_user', ['userId'])
export class OidcIdentityEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId!: string;

  @Column('text')
  issuer!: string;

  @Column('text')
  subject!: string;

  /** What the provider told last, for the person to know it again. Empty if it told none. */
  @Column('text')
  email!: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  lastUsedAt!: Date;
}
