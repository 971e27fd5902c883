import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { NotificationPreferences } from '@parley/contracts';
import { firstValueFrom, type Observable, tap } from 'rxjs';

const ADDRESS = '/api/notifications/preferences';

/** What the person wants to be told of. Asked for once, and kept up to date by whoever changes it here. */
@Service()
export class NotificationPreferencesApi {
  private readonly http = inject(HttpClient);
  private last?: NotificationPreferences;

  get(): Observable<NotificationPreferences> {
    return this.http.get<NotificationPreferences>(ADDRESS).pipe(tap((chosen) => (this.last = chosen)));
  }

  replace(chosen: NotificationPreferences): Observable<NotificationPreferences> {
    return this.http.put<NotificationPreferences>(ADDRESS, chosen).pipe(tap((kept) => (this.last = kept)));
  }

  /** Null when it cannot be asked for. */
  async known(): Promise<NotificationPreferences | null> {
    return this.last ?? firstValueFrom(this.get()).catch(() => null);
  }
}
