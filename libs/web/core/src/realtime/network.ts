import { Service } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { fromEvent, map, merge } from 'rxjs';

/** Whether this device says that it has a network. It may be wrong when it says yes. */
@Service()
export class Network {
  readonly isOnline = toSignal(
    merge(fromEvent(window, 'online'), fromEvent(window, 'offline')).pipe(map(() => navigator.onLine)),
    { initialValue: navigator.onLine },
  );
}
