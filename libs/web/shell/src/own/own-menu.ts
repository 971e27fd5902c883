import { Component, inject } from '@angular/core';
import { MatDivider } from '@angular/material/divider';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiAccountOutline, mdiCheck, mdiCogOutline } from '@mdi/js';
import type { Me } from '@parley/contracts';
import { OwnPresence, Session } from '@parley/web-core';
import { Avatar, Icon, PresenceDot } from '@parley/web-ui';

/** Oneself: how one is seen, and the ways to one's page and settings. */
@Component({
  selector: 'parley-own-menu',
  imports: [
    Avatar,
    Icon,
    MatDivider,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    MatTooltip,
    PresenceDot,
    RouterLink,
    TranslocoDirective,
  ],
  templateUrl: './own-menu.html',
  styleUrl: './own-menu.css',
})
export class OwnMenu {
  protected readonly me = inject(Session).me;
  protected readonly presence = inject(OwnPresence);

  protected readonly icons = { chosen: mdiCheck, profile: mdiAccountOutline, settings: mdiCogOutline };
  protected readonly choices: readonly Me['presence'][] = ['online', 'away', 'dnd', 'invisible'];
}
