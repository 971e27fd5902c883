import { hkdfSync } from 'node:crypto';
import type { AppConfig } from '../config/app-config.js';

/**
 * A key for one purpose, so that nothing that was signed for one can be used for another.
 * All servers of one installation derive the same, because they share the secret.
 */
export function derivedKey({ JWT_SECRET }: Pick<AppConfig, 'JWT_SECRET'>, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', JWT_SECRET, '', `parley ${purpose}`, 32));
}
