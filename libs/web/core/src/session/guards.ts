import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Session } from './session';

/** Only for people who are signed in; others come back after they have signed in. */
export const signedIn: CanActivateFn = (_, { url }) =>
  inject(Session).isSignedIn() ||
  inject(Router).createUrlTree(['/login'], { queryParams: url === '/' ? {} : { returnUrl: url } });

/** Login and registration mean nothing to somebody who is signed in. */
export const signedOut: CanActivateFn = () =>
  !inject(Session).isSignedIn() || inject(Router).createUrlTree(['/']);
