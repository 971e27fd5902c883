/** Where pictures are fetched from, below the address of the server. */
const ADDRESS = '/api/pictures';

/**
 * The address of a small picture of a person or a room by its hash: whoever has it may see it, and nobody can
 * guess it. The same address is the same picture for ever.
 */
export function pictureUrl(hash: string | null): string | null {
  return hash === null ? null : `${ADDRESS}/${hash}`;
}
