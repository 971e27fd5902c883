import { Service } from '@angular/core';

/** What only one tab at a time may do. */
@Service()
export class TabLock {
  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    // Absent where the page is not secure (plain http on a local network).
    if (!('locks' in navigator)) {
      return work();
    }
    return navigator.locks.request(name, work);
  }
}
