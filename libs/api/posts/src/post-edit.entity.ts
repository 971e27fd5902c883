import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PostEntity } from './post.entity.js';

/** What a post said before. */
@Entity('post_edits')
export class PostEditEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE' })
  postId!: string;

  /** That the post had when these words were replaced. */
  @PrimaryColumn('bigint')
  change!: number;

  @Column('text')
  body!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  writtenAt!: Date;
}
