import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';

export const feedRoutes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('feed')],
    loadChildren: async () => {
      const { FeedPage } = await import('./feeds/feed-page');
      return [
        { path: '', pathMatch: 'full', component: FeedPage, data: { feed: 'latest' } },
        { path: 'following', component: FeedPage, data: { feed: 'following' } },
      ];
    },
  },
];

/** `/posts/:postId` */
export const postRoutes: Routes = [
  {
    path: ':postId',
    providers: [provideTranslocoScope('feed')],
    loadComponent: async () => (await import('./post-page/post-page')).PostPage,
  },
];

/** `/tags/:tag` */
export const tagRoutes: Routes = [
  {
    path: ':tag',
    providers: [provideTranslocoScope('feed')],
    loadComponent: async () => (await import('./tags/tag-page')).TagPage,
  },
];

/** Under the page of a person, whose `username` is in the address. */
export const personPostsRoutes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('feed')],
    loadComponent: async () => (await import('./person/person-posts')).PersonPosts,
  },
];
