import { FileEntity } from '@parley/api-files';
import type { FileKind } from '@parley/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MessageEntity } from '../message.entity.js';

/** By its name a file that is gone is told from other faults. */
export const MESSAGE_FILE_KEY = 'message_files_file_id_fkey';

/** Which files a message has. What is shown of them is `MessageEntity.files`, so that reading costs nothing. */
@Entity('message_files')
@Index('message_files_kind', ['roomId', 'kind', 'seq', 'place'])
@ForeignKey(() => MessageEntity, ['roomId', 'seq'], ['roomId', 'seq'], { onDelete: 'CASCADE' })
export class MessageFileEntity {
  @PrimaryColumn('uuid')
  roomId!: string;

  @PrimaryColumn('bigint')
  seq!: number;

  /** 1, 2, 3 … in the order in which they are shown. */
  @PrimaryColumn('smallint')
  place!: number;

  @Index('message_files_file')
  @Column('uuid')
  @ForeignKey(() => FileEntity)
  fileId!: string;

  @Column('text')
  kind!: FileKind;
}
