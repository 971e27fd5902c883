import type { LoadChildren, Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';

export const directoryRoutes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('people')],
    loadComponent: async () => (await import('./directory/directory-page')).DirectoryPage,
  },
];

/** @param posts what a person has published, which belongs to another feature */
export function personRoutes(posts: LoadChildren): Routes {
  const loadFollows = async () => (await import('./person/person-follows')).PersonFollows;
  return [
    {
      path: '',
      providers: [provideTranslocoScope('people')],
      loadComponent: async () => (await import('./person/person-page')).PersonPage,
      children: [
        { path: 'followers', loadComponent: loadFollows, data: { side: 'followers' } },
        { path: 'following', loadComponent: loadFollows, data: { side: 'following' } },
        { path: '', loadChildren: posts },
      ],
    },
  ];
}
