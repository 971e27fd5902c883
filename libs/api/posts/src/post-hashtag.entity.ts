import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PostEntity } from './post.entity.js';

/** Under which hashtags a public post is found. The time is the post's, so that a page is one walk along the key. */
@Entity('post_hashtags')
export class PostHashtagEntity {
  @PrimaryColumn('text')
  tag!: string;

  @PrimaryColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @Index('post_hashtags_post')
  @PrimaryColumn('uuid')
  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE' })
  postId!: string;
}
