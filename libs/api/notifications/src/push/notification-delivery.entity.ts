import { UserEntity } from '@parley/api-users';
import type { Delivery } from '@parley/contracts';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { NotificationEntity } from '../notification.entity.js';

/** Why something did or did not arrive. */
@Entity('notification_deliveries')
@Index('notification_deliveries_user', ['userId', 'createdAt'])
@Index('notification_deliveries_notification', ['notificationId', 'subscriptionId'])
export class NotificationDeliveryEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId!: string;

  /** Null for a test. */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => NotificationEntity, { onDelete: 'CASCADE' })
  notificationId!: string | null;

  /** Null when it was sent to none. */
  @Column('uuid', { nullable: true })
  subscriptionId!: string | null;

  @Column('text')
  channel!: Delivery['channel'];

  @Column('text')
  outcome!: Delivery['outcome'];

  @Column('text', { default: '' })
  detail!: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
