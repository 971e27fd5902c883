import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Instance } from '@parley/contracts';
import type { Observable } from 'rxjs';
import { withoutSession } from '../session/session-context';

@Service()
export class InstanceApi {
  private readonly http = inject(HttpClient);

  /** What a server tells everybody about itself. */
  get(): Observable<Instance> {
    return this.http.get<Instance>('/api/instance', { context: withoutSession() });
  }
}
