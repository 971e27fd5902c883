import { StoredBytesEntity } from '@parley/api-core';
import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What somebody uploaded. Its bytes are in the store before the row is there; several rows may share them. */
@Entity('files')
@Index('files_owner', ['ownerId'])
@Index('files_created', ['createdAt'])
@Index('files_sha256', ['sha256'])
@Index('files_preview', ['previewSha256'], { where: 'preview_sha256 IS NOT NULL' })
export class FileEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** By its name: people may have pictures, so this lib knows nothing of theirs. */
  @Column('uuid')
  @ForeignKey('UserEntity')
  ownerId!: string;

  @Column('text')
  @ForeignKey(() => StoredBytesEntity)
  sha256!: string;

  @Column('text')
  name!: string;

  @Column('text')
  mime!: string;

  @Column('bigint')
  size!: number;

  @Column('int', { nullable: true })
  width!: number | null;

  @Column('int', { nullable: true })
  height!: number | null;

  @Column('int', { nullable: true })
  durationMs!: number | null;

  @Column('text', { nullable: true })
  thumbhash!: string | null;

  /** Of a picture: the smaller one. */
  @Column('text', { nullable: true })
  @ForeignKey(() => StoredBytesEntity)
  previewSha256!: string | null;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
