import type { Routes } from '@angular/router';

export const directoryRoutes: Routes = [];
export const personRoutes: Routes = [];
