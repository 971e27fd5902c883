import { Service } from '@angular/core';

/** `localStorage`, which may be full, forbidden, or hold what another version has written. */
@Service()
export class BrowserStorage {
  /** Undefined when there is nothing, or nothing usable. */
  read<T>(key: string, isUsable: (value: unknown) => value is T): T | undefined {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
      return isUsable(value) ? value : undefined;
    } catch {
      // As good as nothing.
      return undefined;
    }
  }

  write(key: string, value: unknown): void {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Then it is forgotten with the page; everything else works.
    }
  }

  remove(key: string): void {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was written either.
    }
  }
}
