import type { Routes } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { provideFormFields } from '@parley/web-ui';
import { SettingsPage } from './settings-page';

export const settingsRoutes: Routes = [
  {
    path: '',
    component: SettingsPage,
    providers: [provideFormFields(), provideTranslocoScope('settings')],
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'profile' },
      {
        path: 'profile',
        loadComponent: async () => (await import('./profile/profile-settings')).ProfileSettings,
      },
      {
        path: 'account',
        loadComponent: async () => (await import('./account/account-settings')).AccountSettings,
      },
      {
        path: 'privacy',
        loadComponent: async () => (await import('./privacy/privacy-settings')).PrivacySettings,
      },
      {
        path: 'security',
        loadComponent: async () => (await import('./security/security-settings')).SecuritySettings,
      },
      {
        path: 'notifications',
        loadComponent: async () =>
          (await import('./notifications/notification-settings')).NotificationSettings,
      },
      {
        path: 'appearance',
        loadComponent: async () => (await import('./appearance/appearance-settings')).AppearanceSettings,
      },
    ],
  },
];
