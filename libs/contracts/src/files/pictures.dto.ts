import { Matches } from 'class-validator';

/** The path of one picture. */
export class PicturePath {
  @Matches(/^[0-9a-f]{64}$/, { message: 'must be the SHA-256 of a picture, in hexadecimal' })
  hash!: string;
}
