import { inject, Injector, Service, type Type } from '@angular/core';
import type { MatDialogConfig } from '@angular/material/dialog';
import { TranslocoService } from '@jsverse/transloco';
import { Preferences } from '@parley/web-core';
import { firstValueFrom } from 'rxjs';
import type { ShortcutGroup } from './shortcuts-dialog';

const isMac = navigator.userAgent.includes('Mac');
const control = isMac ? '⌘' : 'Ctrl';

/** What the keyboard does on every page. The dialogs are no part of the first page. */
@Service()
export class Shortcuts {
  private readonly injector = inject(Injector);
  private readonly preferences = inject(Preferences);
  private readonly texts = inject(TranslocoService);
  private isOpen = false;

  /** Loads the dialogs before somebody wants one without a network. */
  prepare(): Promise<unknown> {
    return Promise.all([loadDialogs(), loadSwitcher(), loadHelp()]);
  }

  async handle(event: KeyboardEvent): Promise<void> {
    if ((isMac ? event.metaKey : event.ctrlKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      await this.openSwitcher();
    } else if (event.key === '?' && !isTyping(event.target)) {
      event.preventDefault();
      await this.openHelp();
    }
  }

  async openSwitcher(): Promise<void> {
    const { QuickSwitcher } = await loadSwitcher();
    await this.open(QuickSwitcher, {
      ariaLabel: this.texts.translate('switcher.title'),
      panelClass: 'parley-switcher',
      position: { top: '12vh' },
      width: '34rem',
    });
  }

  async openHelp(): Promise<void> {
    const { ShortcutsDialog } = await loadHelp();
    await this.open(ShortcutsDialog, { data: this.list(), width: '30rem' });
  }

  /** One at a time, however long a key is held. */
  private async open(dialog: Type<unknown>, options: MatDialogConfig): Promise<void> {
    if (this.isOpen) {
      return;
    }
    this.isOpen = true;
    const { MatDialog } = await loadDialogs();
    const opened = this.injector.get(MatDialog).open(dialog, options);
    await firstValueFrom(opened.afterClosed(), { defaultValue: undefined });
    this.isOpen = false;
  }

  private list(): ShortcutGroup[] {
    const { enterSends } = this.preferences.all();
    const text = (key: string) => this.texts.translate(`shortcuts.${key}`);
    return [
      {
        heading: text('everywhere'),
        shortcuts: [
          { keys: [control, 'K'], action: text('switch') },
          { keys: ['?'], action: text('help') },
          { keys: ['Esc'], action: text('close') },
        ],
      },
      {
        heading: text('chats'),
        shortcuts: [
          { keys: ['Alt', '↓'], action: text('nextUnread') },
          { keys: ['Alt', '↑'], action: text('previousUnread') },
          { keys: enterSends ? ['Enter'] : [control, 'Enter'], action: text('send') },
          { keys: enterSends ? ['Shift', 'Enter'] : ['Enter'], action: text('newLine') },
          { keys: ['↑'], action: text('editLast') },
        ],
      },
    ];
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

function loadDialogs() {
  return import('@angular/material/dialog');
}

function loadSwitcher() {
  return import('../switcher/quick-switcher');
}

function loadHelp() {
  return import('./shortcuts-dialog');
}
