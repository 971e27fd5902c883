import type { FileSignature } from '@parley/contracts';
import type { FastifyReply } from 'fastify';

/** What whoever may fetch bytes is told about them. */
export interface DeliveryTerms {
  hash: string;
  name: string;
  isShown: boolean;
}

/**
 * A file is on an address of ours, so nothing in it may ever run as a page of ours. It may be kept by whoever
 * fetched it, for as long as the address is good.
 */
export function setDeliveryHeaders(
  reply: FastifyReply,
  { hash, name, isShown }: DeliveryTerms,
  { exp }: FileSignature,
): void {
  const seconds = Math.max(exp - Math.floor(Date.now() / 1000), 0);
  void reply
    .header('etag', etagOf(hash))
    .header('cache-control', `private, max-age=${seconds}, immutable`)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', `${isShown ? 'inline' : 'attachment'}; ${fileNameParameter(name)}`);
}

export function etagOf(hash: string): string {
  return `"${hash}"`;
}

/** Whether a list of tags, as a browser sends it, has this one. */
export function hasTag(header: string | undefined, etag: string): boolean {
  return (header ?? '')
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
}

/** RFC 6266: a name of plain letters for old programs, and the real one. */
function fileNameParameter(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
