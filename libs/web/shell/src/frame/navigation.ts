import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  mdiAccountGroup,
  mdiAccountGroupOutline,
  mdiCog,
  mdiCogOutline,
  mdiMagnify,
  mdiMessageText,
  mdiMessageTextOutline,
  mdiNewspaperVariant,
  mdiNewspaperVariantOutline,
} from '@mdi/js';
import { Session, Unread } from '@parley/web-core';
import { Icon } from '@parley/web-ui';
import { OwnMenu } from '../own/own-menu';
import { Shortcuts } from '../shortcuts/shortcuts';
import { Bell } from './bell';

/** The rail at the side, which is a bar at the bottom on phones. It shows only what exists. */
@Component({
  selector: 'parley-navigation',
  imports: [Bell, Icon, OwnMenu, RouterLink, RouterLinkActive, TranslocoDirective],
  templateUrl: './navigation.html',
  styleUrl: './navigation.css',
})
export class Navigation {
  protected readonly session = inject(Session);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly unread = inject(Unread);

  protected readonly searchIcon = mdiMagnify;
  protected readonly places = [
    { path: '/chats', text: 'chats', icon: mdiMessageTextOutline, activeIcon: mdiMessageText },
    { path: '/feed', text: 'feed', icon: mdiNewspaperVariantOutline, activeIcon: mdiNewspaperVariant },
    { path: '/people', text: 'people', icon: mdiAccountGroupOutline, activeIcon: mdiAccountGroup },
    { path: '/settings', text: 'settings', icon: mdiCogOutline, activeIcon: mdiCog },
  ];
}
