import { Component, effect, inject, untracked } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { Session } from '@parley/web-core';

@Component({ selector: 'parley-root', imports: [RouterOutlet], template: `<router-outlet />` })
export class App {
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  constructor() {
    effect(() => {
      if (this.session.ended()) {
        untracked(() => this.askAgain());
      }
    });
  }

  /** The session ended while somebody was at work: they come back to the same page after signing in. */
  private askAgain(): void {
    const { url } = this.router;
    if (!url.startsWith('/login')) {
      void this.router.navigate(['/login'], { queryParams: { returnUrl: url } });
    }
  }
}
