const MARGIN_MS = 30_000;

/** Whether a signed address is good for nothing any more. */
export function isExpired(url: string, now = Date.now()): boolean {
  const end = /[?&]exp=(\d+)/.exec(url)?.[1];
  return end !== undefined && Number(end) * 1_000 < now + MARGIN_MS;
}
