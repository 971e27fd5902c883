import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import typescript from 'typescript';

/*
 * Writes the service worker of the built client: its version, which changes with any file, and the files that it
 * keeps on the device.
 */
const root = join(import.meta.dirname, '../apps/web/dist/browser');
const source = join(import.meta.dirname, '../apps/web/worker/service-worker.ts');
const NAME = 'service-worker.js';
/** The page has a nonce of its own in each answer, and is kept under the address of the start. */
const LEFT_OUT = /^(index\.html|service-worker\.js)$|\.(br|gz|map|txt|md)$/;

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => statSync(join(root, name)).isFile() && !LEFT_OUT.test(name))
  .toSorted();
const hash = createHash('sha256').update(readFileSync(source));
[...files, 'index.html'].forEach((name) => hash.update(name).update(readFileSync(join(root, name))));

const { outputText } = typescript.transpileModule(readFileSync(source, 'utf8'), {
  compilerOptions: { target: typescript.ScriptTarget.ES2024, module: typescript.ModuleKind.ESNext },
});
const finished = outputText
  // For browsers it is a script.
  .replace('export {};', '')
  .replace('__VERSION__', hash.digest('hex').slice(0, 16))
  .replace('__FILES__', JSON.stringify(files.map((name) => `/${name}`)));
writeFileSync(join(root, NAME), finished);
