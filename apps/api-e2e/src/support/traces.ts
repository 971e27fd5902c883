import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Query } from './api-under-fault.js';

/** In which columns of which tables one of these texts still is: `users.bio`. Every column is looked at, as text. */
export async function tracesInDatabase(query: Query, texts: readonly string[]): Promise<string[]> {
  const columns = await query<{ table: string; column: string }>(
    `SELECT quote_ident(c.relname) AS table, quote_ident(a.attname) AS column
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' ORDER BY 1, 2`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const [row] = await query(
      `SELECT 1 AS found FROM ${table} AS found_in WHERE EXISTS (
         SELECT FROM unnest($1::text[]) AS sought(word) WHERE strpos(lower(found_in.${column}::text), lower(word)) > 0
       ) LIMIT 1`,
      [texts],
    );
    found.push(...(row ? [`${table}.${column}`] : []));
  }
  return found;
}

/** Files below a folder, by their names without it. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

/** Those files that contain one of these texts. */
export async function tracesInFiles(folder: string, texts: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of await filesBelow(folder)) {
    const bytes = await readFile(path);
    found.push(...(texts.some((text) => bytes.includes(text)) ? [path] : []));
  }
  return found;
}
