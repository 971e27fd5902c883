/** Longer than that, another tab does not let go; what it holds goes when it closes. */
const LONGEST_WAIT_MS = 2_000;

/** The name of what one account keeps on this device. */
export function localDatabaseName(accountId: string): string {
  return `parley-${accountId}`;
}

/** Deletes it; open connections to it close by themselves. */
export async function forgetLocalDatabase(accountId: string): Promise<void> {
  if (!('indexedDB' in globalThis)) {
    return;
  }
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(localDatabaseName(accountId));
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    setTimeout(resolve, LONGEST_WAIT_MS);
  });
}
