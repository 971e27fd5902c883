import type { Routes } from '@angular/router';

export const authRoutes: Routes = [];
export const welcomeRoutes: Routes = [];
