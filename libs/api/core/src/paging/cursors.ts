import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { derivedKey } from '../auth/derived-key.js';
import { AppConfig } from '../config/app-config.js';
import { DomainError } from '../errors/domain-error.js';

/** The place of the last row of a page in its list. */
export type CursorKey = readonly (string | number)[];

const SIGNATURE_BYTES = 16;

/**
 * Makes cursors that nobody can make or change outside. A cursor is bound to its scope, which names the
 * list and everything that decides what is in it, for instance `users?query=ann`.
 */
@Injectable()
export class Cursors {
  private readonly key: Buffer;

  constructor(config: AppConfig) {
    this.key = derivedKey(config, 'cursors');
  }

  encode(scope: string, key: CursorKey): string {
    const content = Buffer.from(JSON.stringify(key));
    return Buffer.concat([this.sign(scope, content), content]).toString('base64url');
  }

  /** @throws DomainError `request.invalid-cursor` */
  decode(scope: string, cursor: string): CursorKey {
    const bytes = Buffer.from(cursor, 'base64url');
    const signature = bytes.subarray(0, SIGNATURE_BYTES);
    const content = bytes.subarray(SIGNATURE_BYTES);
    const isOurs =
      signature.length === SIGNATURE_BYTES &&
      // The decoder overlooks what does not belong into base64.
      bytes.toString('base64url') === cursor &&
      timingSafeEqual(signature, this.sign(scope, content));
    if (!isOurs) {
      throw new DomainError('request.invalid-cursor');
    }
    return JSON.parse(content.toString()) as CursorKey;
  }

  private sign(scope: string, content: Buffer): Buffer {
    const hmac = createHmac('sha256', this.key).update(`${scope.length}:${scope}`).update(content);
    return hmac.digest().subarray(0, SIGNATURE_BYTES);
  }
}
