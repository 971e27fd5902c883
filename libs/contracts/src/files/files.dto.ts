import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { limits } from '../limits.js';
import { PageEnd, PageQuery } from '../paging/paging.dto.js';
import { User } from '../users/users.dto.js';
import { type FileKind, fileKinds } from './file-kinds.js';
import { IsId, MayBeAbsent } from '../validation/validators.js';

/**
 * A file as it is shown. Its addresses are signed: they are good for hours, for everybody who has them, and
 * stay the same for a while, so that a browser can keep what is there. Whoever reads the message, or whatever
 * else the file belongs to, anew has fresh ones.
 */
export class FileInfo {
  id!: string;
  /** As the file was called, without any path. */
  name!: string;
  /** What the bytes are, whatever whoever sent them said. */
  mime!: string;
  /** What is to be seen, in the words of who published it. */
  description?: string;
  /** In bytes. */
  size!: number;
  /** In pixels, of a picture, as it is shown. */
  width?: number;
  height?: number;
  /** Of sound and video, where it is known. */
  durationMs?: number;
  /** Of a picture: what to show until it is there, as ThumbHash in base64. */
  thumbhash?: string;
  /** Relative to the server. */
  url!: string;
  /** Of a picture: a smaller one, as WebP. Relative to the server. */
  previewUrl?: string;
}

/** The query of `POST /files`. */
export class UploadQuery {
  /** How long the sound or the video is, of which whoever recorded it knows best. */
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(limits.file.durationMs)
  durationMs?: number;
}

/** The path of one file. */
export class FilePath {
  @IsId()
  id!: string;
}

/** The query of an address of a file. */
export class FileSignature {
  /** When it ends, in seconds since 1970. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  exp!: number;

  @IsString()
  @MaxLength(100)
  @Matches(/^[\w-]+$/, { message: 'must be a signature' })
  sig!: string;
}

/** The query of `GET /chatrooms/:id/files`. */
export class RoomFilesQuery extends PageQuery {
  /** None for all of them. */
  @MayBeAbsent()
  @IsIn(fileKinds)
  kind?: FileKind;
}

/** A file of a room, and the message it came with. */
export class RoomFile {
  file!: FileInfo;
  messageId!: string;
  /** Of the message: `GET …/messages?around=` leads to it. */
  seq!: number;
  authorId!: string;
  createdAt!: string;
}

/** Files of a room, the newest first. */
export class RoomFilePage extends PageEnd {
  items!: RoomFile[];
  /** Who sent them. */
  users!: User[];
}
