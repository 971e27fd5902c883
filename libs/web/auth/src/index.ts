import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { provideFormFields } from '@parley/web-ui';
import { Gate } from './gate/gate';

const gate = { path: '', component: Gate, providers: [provideFormFields(), provideTranslocoScope('auth')] };

/** For who is not signed in. */
export const authRoutes: Routes = [
  {
    ...gate,
    children: [
      {
        path: 'login',
        title: 'titles.login',
        loadComponent: async () => (await import('./login/login-page')).LoginPage,
      },
      {
        path: 'register',
        title: 'titles.register',
        loadComponent: async () => (await import('./register/register-page')).RegisterPage,
      },
    ],
  },
];

/** For whoever has a link into a room, signed in or not. */
export const inviteRoutes: Routes = [
  {
    ...gate,
    children: [
      {
        path: ':token',
        title: 'titles.invite',
        loadComponent: async () => (await import('./invite/invite-page')).InvitePage,
      },
    ],
  },
];

/** Where links out of mails lead, signed in or not. */
export const linkRoutes: Routes = [
  {
    ...gate,
    children: [
      {
        path: 'forgot',
        title: 'titles.forgot',
        loadComponent: async () => (await import('./links/forgot-page')).ForgotPage,
      },
      {
        path: 'reset/:token',
        title: 'titles.reset',
        loadComponent: async () => (await import('./links/reset-page')).ResetPage,
      },
      {
        path: 'verify/:token',
        title: 'titles.verify',
        loadComponent: async () => (await import('./links/verify-page')).VerifyPage,
      },
    ],
  },
];

/** For who has just made the first account of a server. */
export const welcomeRoutes: Routes = [
  {
    ...gate,
    children: [
      {
        path: '',
        title: 'titles.welcome',
        loadComponent: async () => (await import('./welcome/welcome-page')).WelcomePage,
      },
    ],
  },
];
