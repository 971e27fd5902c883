import { inject, Service } from '@angular/core';
import type { Me } from '@parley/contracts';
import { filter, fromEvent, map, type Observable } from 'rxjs';
import { BrowserStorage } from '../appearance/browser-storage';

const KEY = 'parley.account';

/** Who was signed in here last, so that the app opens at once, and without a network too. */
@Service()
export class AccountMemory {
  private readonly storage = inject(BrowserStorage);

  /** What another tab has remembered or forgotten. */
  readonly changes: Observable<Me | null> = fromEvent<StorageEvent>(window, 'storage').pipe(
    filter(({ key }) => key === KEY || key === null),
    map(() => this.read()),
  );

  read(): Me | null {
    return this.storage.read(KEY, isMe) ?? null;
  }

  remember(me: Me): void {
    this.storage.write(KEY, me);
  }

  forget(): void {
    this.storage.remove(KEY);
  }
}

function isMe(value: unknown): value is Me {
  return typeof value === 'object' && value !== null && 'id' in value && 'displayName' in value;
}
