import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/*
 * Puts compressed copies beside the files of the built client, so that the server has only to choose one.
 * Small files would not get smaller.
 */
const root = join(import.meta.dirname, '../apps/web/dist/browser');
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
  if (/\.(js|css|svg|json)$/.test(name)) {
    const content = readFileSync(join(root, name));
    if (content.length > 1024) {
      writeFileSync(join(root, `${name}.br`), brotliCompressSync(content, quality));
      writeFileSync(join(root, `${name}.gz`), gzipSync(content, { level: 9 }));
    }
  }
}
