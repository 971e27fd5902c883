import { UserEntity } from '@parley/api-users';
import { CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('follows')
@Index('follows_follower', ['followerId', 'createdAt', 'followeeId'])
@Index('follows_followee', ['followeeId', 'createdAt', 'followerId'])
export class FollowEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  followerId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  followeeId!: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
