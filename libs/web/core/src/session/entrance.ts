import { inject, Service } from '@angular/core';
import { Router } from '@angular/router';
import type { Authenticated } from '@parley/contracts';
import { PageLoader } from './page-loader';
import { Session } from './session';

/** The way in after login and registration. */
@Service()
export class Entrance {
  private readonly page = inject(PageLoader);
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  /** `returnUrl` comes from the address bar, so it is taken only when it leads into the app. */
  async enter(authenticated: Authenticated, returnUrl = '/'): Promise<void> {
    const url = /^\/(?![/\\])/.test(returnUrl) ? returnUrl : '/';
    this.session.adopt(authenticated);
    if (this.session.isOtherAccount()) {
      this.page.load(url);
    } else {
      await this.router.navigateByUrl(url);
    }
  }
}
