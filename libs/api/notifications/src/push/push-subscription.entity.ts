import { SessionEntity } from '@parley/api-auth';
import { UserEntity } from '@parley/api-users';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A browser that wants to be woken. It belongs to a session and is silent when that has ended. */
@Entity('push_subscriptions')
@Index('push_subscriptions_user', ['userId', 'createdAt'])
export class PushSubscriptionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId!: string;

  /** Null for a program with a token of its own. */
  @Index('push_subscriptions_session')
  @Column('uuid', { nullable: true })
  @ForeignKey(() => SessionEntity, { onDelete: 'CASCADE' })
  sessionId!: string | null;

  /** Where the service of the browser takes messages for it: whoever has this address can send. */
  @Index('push_subscriptions_endpoint', { unique: true })
  @Column('text')
  endpoint!: string;

  /** The public key of the browser. */
  @Column('text')
  p256dh!: string;

  /** The secret that the browser shares with this server. */
  @Column('text')
  auth!: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
