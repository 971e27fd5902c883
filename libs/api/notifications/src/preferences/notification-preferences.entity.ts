import { UserEntity } from '@parley/api-users';
import type { KindLevels, QuietHours } from '@parley/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What a person has chosen; whoever has no row has chosen nothing. */
@Entity('notification_preferences')
@Index('notification_preferences_keywords', ['userId'], { where: `keywords <> '{}'` })
export class NotificationPreferencesEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId!: string;

  /** What is missing has its default. */
  @Column('jsonb', { default: {} })
  kinds!: Partial<KindLevels>;

  @Column('jsonb', { default: [] })
  quietHours!: QuietHours[];

  @Column('text', { default: 'UTC' })
  timeZone!: string;

  @Column('text', { array: true, default: [] })
  keywords!: string[];
}
