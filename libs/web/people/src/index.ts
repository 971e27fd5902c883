import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';

export const directoryRoutes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('people')],
    loadComponent: async () => (await import('./directory/directory-page')).DirectoryPage,
  },
];

export const personRoutes: Routes = [
  {
    path: '',
    providers: [provideTranslocoScope('people')],
    loadComponent: async () => (await import('./person/person-page')).PersonPage,
  },
];
