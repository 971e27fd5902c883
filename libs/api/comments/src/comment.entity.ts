import { PostEntity } from '@parley/api-posts';
import { UserEntity } from '@parley/api-users';
import type { Reaction } from '@parley/contracts';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The index by which a comment that arrives a second time is recognised. */
export const COMMENT_ID_INDEX = 'comments_id';

@Entity('comments')
@Index(COMMENT_ID_INDEX, ['id'], { unique: true })
@Index('comments_post_change', ['postId', 'change'])
@Index('comments_author', ['authorId'], { where: 'deleted_at IS NULL' })
@Index('comments_post_author', ['postId', 'authorId', 'seq'])
export class CommentEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE' })
  postId!: string;

  /** The change of the post with which it came. */
  @PrimaryColumn('bigint')
  seq!: number;

  /** Made by the author's client. */
  @Column('uuid')
  id!: string;

  /** A comment of the same post that answers none itself. */
  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @Column('bigint')
  change!: number;

  @Column('uuid')
  @ForeignKey(() => UserEntity)
  authorId!: string;

  @Column('text')
  body!: string;

  @Column('uuid', { array: true, default: [] })
  mentions!: string[];

  /** What everybody sees of the reactions; null for none. */
  @Column('jsonb', { nullable: true })
  reactions!: Reaction[] | null;

  /** Of what was sent, whatever edits follow: it recognises a repetition. */
  @Column('text')
  fingerprint!: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  editedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  deletedAt!: Date | null;
}
