import { RoomEntity } from '@parley/api-rooms';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Up to which change of a room its members were told. */
@Entity('notification_progress')
export class NotificationProgressEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => RoomEntity, { onDelete: 'CASCADE' })
  roomId!: string;

  @Column('bigint', { default: 0 })
  change!: number;
}
