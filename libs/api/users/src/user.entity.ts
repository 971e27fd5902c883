import { StoredBytesEntity } from '@parley/api-core';
import type { PresenceChoice } from '@parley/contracts';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a person has chosen; what is missing has its default (`user.mapper.ts`). */
export interface UserSettings {
  locale?: string;
  readReceipts?: boolean;
  showPresence?: boolean;
  presence?: PresenceChoice;
}

/** The indexes by which a name or an address that is taken is recognised. */
export const USERNAME_INDEX = 'users_username';
export const EMAIL_INDEX = 'users_email';

@Entity('users')
@Index('users_without_receipts', ['id'], { where: `settings @> '{"readReceipts": false}'` })
export class UserEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** Always lower case. */
  @Index(USERNAME_INDEX, { unique: true })
  @Column('text')
  username!: string;

  /** Always lower case. */
  @Index(EMAIL_INDEX, { unique: true })
  @Column('text')
  email!: string;

  /** When its owner showed that mail to this address reaches them. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  emailVerifiedAt!: Date | null;

  /** Null for who only ever signs in by other ways. */
  @Column('text', { nullable: true })
  passwordHash!: string | null;

  @Column('boolean', { default: false })
  twoFactorEnabled!: boolean;

  @Column('text')
  displayName!: string;

  @Column('text', { default: '' })
  bio!: string;

  /** The hash of their picture, or null for the letters of their name. */
  @Index('users_avatar', { where: 'avatar IS NOT NULL' })
  @Column('text', { nullable: true })
  @ForeignKey(() => StoredBytesEntity)
  avatar!: string | null;

  @Column('text', { default: '' })
  statusEmoji!: string;

  @Column('text', { default: '' })
  statusText!: string;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  statusExpiresAt!: Date | null;

  @Column('text', { default: 'user' })
  role!: 'user' | 'admin';

  @Column('jsonb', { default: {} })
  settings!: UserSettings;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  deletedAt!: Date | null;
}
