import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  mdiAccountOutline,
  mdiBellOutline,
  mdiEyeOutline,
  mdiKeyOutline,
  mdiPaletteOutline,
  mdiShieldLockOutline,
} from '@mdi/js';
import { Icon } from '@parley/web-ui';

@Component({
  selector: 'parley-settings-page',
  imports: [Icon, RouterLink, RouterLinkActive, RouterOutlet, TranslocoDirective],
  template: `
    <div class="column" *transloco="let t; prefix: 'settings'">
      <h1>{{ t('title') }}</h1>
      <nav [attr.aria-label]="t('title')">
        @for (section of sections; track section.path) {
          <a routerLinkActive="active" ariaCurrentWhenActive="page" [routerLink]="section.path">
            <parley-icon [path]="section.icon" />{{ t(section.path + '.title') }}
          </a>
        }
      </nav>
      <router-outlet />
    </div>
  `,
  styleUrl: './settings-page.css',
})
export class SettingsPage {
  protected readonly sections = [
    { path: 'profile', icon: mdiAccountOutline },
    { path: 'account', icon: mdiShieldLockOutline },
    { path: 'security', icon: mdiKeyOutline },
    { path: 'privacy', icon: mdiEyeOutline },
    { path: 'notifications', icon: mdiBellOutline },
    { path: 'appearance', icon: mdiPaletteOutline },
  ];
}
