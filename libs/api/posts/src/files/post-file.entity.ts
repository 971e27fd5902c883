import { FileEntity } from '@parley/api-files';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PostEntity } from '../post.entity.js';

/** Which files a post has. What is shown of them is `PostEntity.files`, so that reading costs nothing. */
@Entity('post_files')
export class PostFileEntity {
  @PrimaryColumn('uuid')
  @ForeignKey(() => PostEntity, { onDelete: 'CASCADE' })
  postId!: string;

  /** 1, 2, 3 … in the order in which they are shown. */
  @PrimaryColumn('smallint')
  place!: number;

  @Index('post_files_file')
  @Column('uuid')
  @ForeignKey(() => FileEntity)
  fileId!: string;
}
