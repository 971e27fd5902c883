import { UserEntity } from '@parley/api-users';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** By its name a passkey is recognised that somebody has already. */
export const CREDENTIAL_INDEX = 'passkeys_credential';

/** The public half of a key that a device of a person keeps. */
@Entity('passkeys')
@Index(CREDENTIAL_INDEX, ['credentialId'], { unique: true })
@Index('passkeys_user', ['userId'])
export class PasskeyEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId!: string;

  /** Made by the device, in base64url. */
  @Column('text')
  credentialId!: string;

  @Column('bytea')
  publicKey!: Buffer;

  /** How often the device has used it; 0 for devices that do not count. */
  @Column('bigint')
  counter!: number;

  @Column('text', { array: true, default: [] })
  transports!: string[];

  @Column('text')
  name!: string;

  @Column('boolean')
  synced!: boolean;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastUsedAt!: Date | null;
}
