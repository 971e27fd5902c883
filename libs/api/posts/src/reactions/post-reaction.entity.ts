import { UserEntity } from '@parley/api-users';
import { CreateDateColumn, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PostEntity } from '../post.entity.js';

/** An emoji that somebody gave to a post or to one of its comments. */
@Entity('post_reactions')
export class PostReactionEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE' })
  postId!: string;

  /** Of the comment; 0 for the post itself. */
  @PrimaryColumn('bigint')
  commentSeq!: number;

  @PrimaryColumn('text')
  emoji!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => UserEntity, { onDelete: 'CASCADE' })
  userId!: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
