import type { FileRecord } from '@parley/api-files';
import { UserEntity } from '@parley/api-users';
import type { Post, Reaction } from '@parley/contracts';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The index by which a post that arrives a second time is recognised. */
export const POST_ID_INDEX = 'posts_pkey';

@Entity('posts')
@Index('posts_latest', ['createdAt', 'id'], { where: `visibility = 'public' AND deleted_at IS NULL` })
@Index('posts_author', ['authorId', 'createdAt', 'id'], { where: 'deleted_at IS NULL' })
@Index('posts_author_visibility', ['authorId', 'visibility', 'createdAt', 'id'], {
  where: 'deleted_at IS NULL',
})
export class PostEntity {
  /** Made by the author's client. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey(() => UserEntity)
  authorId!: string;

  @Column('text')
  body!: string;

  @Column('text', { nullable: true })
  contentWarning!: string | null;

  @Column('text')
  visibility!: Post['visibility'];

  /** What `post_files` has of it, as it is shown; null when there is none. */
  @Column('jsonb', { nullable: true })
  files!: FileRecord[] | null;

  @Column('uuid', { array: true, default: [] })
  mentions!: string[];

  @Column('text', { array: true, default: [] })
  hashtags!: string[];

  /** What everybody sees of `post_reactions`; null for none. */
  @Column('jsonb', { nullable: true })
  reactions!: Reaction[] | null;

  /** Of the post and of its comments; taken under the lock of this row. */
  @Column('bigint', { default: 1 })
  change!: number;

  /** Without deleted ones; counted under the lock of this row. */
  @Column('integer', { default: 0 })
  commentCount!: number;

  @Column('boolean', { default: false })
  commentsClosed!: boolean;

  @Column('integer', { default: 0 })
  slowModeSeconds!: number;

  /** Of what was sent, whatever edits follow: it recognises a repetition. */
  @Column('text')
  fingerprint!: string;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  editedAt!: Date | null;

  /** The row of a deleted post remains without its words, so that its id is not used again. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  deletedAt!: Date | null;
}
