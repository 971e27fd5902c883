/** The name of what one account keeps on this device. */
export function localDatabaseName(accountId: string): string {
  return `parley-${accountId}`;
}

/** Deletes it; open connections to it close by themselves. */
export function forgetLocalDatabase(accountId: string): void {
  if ('indexedDB' in globalThis) {
    indexedDB.deleteDatabase(localDatabaseName(accountId));
  }
}
