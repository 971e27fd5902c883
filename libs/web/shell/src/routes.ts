import { type Routes, type UrlMatcher, UrlSegment } from '@angular/router';
import { signedIn, signedOut } from '@parley/web-core';

/** `/@ann`, and `/@ann/followers`: a person's page, at the address that people write. */
const personAddress: UrlMatcher = ([first, ...rest]) =>
  first?.path.startsWith('@') && rest.length <= 1
    ? { consumed: [first], posParams: { username: new UrlSegment(first.path.slice(1), {}) } }
    : null;

/** The table of pages. Each feature is loaded when somebody goes there. */
export const routes: Routes = [
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: async () => (await import('./frame/frame')).Frame,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'chats' },
      {
        path: 'chats',
        title: 'navigation.chats',
        loadChildren: async () => (await import('@parley/web-chat')).chatRoutes,
      },
      {
        path: 'feed',
        title: 'navigation.feed',
        loadChildren: async () => (await import('@parley/web-feed')).feedRoutes,
      },
      {
        path: 'posts',
        title: 'navigation.feed',
        loadChildren: async () => (await import('@parley/web-feed')).postRoutes,
      },
      {
        path: 'tags',
        title: 'navigation.feed',
        loadChildren: async () => (await import('@parley/web-feed')).tagRoutes,
      },
      {
        path: 'people',
        title: 'navigation.people',
        loadChildren: async () => (await import('@parley/web-people')).directoryRoutes,
      },
      {
        matcher: personAddress,
        title: 'navigation.people',
        loadChildren: async () => {
          const { personRoutes } = await import('@parley/web-people');
          return personRoutes(async () => (await import('@parley/web-feed')).personPostsRoutes);
        },
      },
      {
        path: 'notifications',
        title: 'navigation.notifications',
        loadChildren: async () => (await import('@parley/web-notifications')).notificationRoutes,
      },
      {
        path: 'settings',
        title: 'navigation.settings',
        loadChildren: async () => (await import('@parley/web-settings')).settingsRoutes,
      },
    ],
  },
  {
    path: 'invite',
    loadChildren: async () => (await import('@parley/web-auth')).inviteRoutes,
  },
  {
    path: '',
    canActivate: [signedOut],
    loadChildren: async () => (await import('@parley/web-auth')).authRoutes,
  },
  {
    path: '',
    loadChildren: async () => (await import('@parley/web-auth')).linkRoutes,
  },
  {
    path: 'welcome',
    canActivate: [signedIn],
    loadChildren: async () => (await import('@parley/web-auth')).welcomeRoutes,
  },
  {
    path: '**',
    title: 'notFound.title',
    loadComponent: async () => (await import('./not-found/not-found')).NotFound,
  },
];
