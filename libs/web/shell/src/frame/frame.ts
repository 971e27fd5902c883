import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  runInInjectionContext,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { distinctUntilChanged, filter, map, skip } from 'rxjs';
import { AppWorker } from '@parley/web-core';
import { LoadAhead } from '../ahead/load-ahead';
import { Shortcuts } from '../shortcuts/shortcuts';
import { startBadge } from './badge';
import { ConnectionBar } from './connection-bar';
import { Navigation } from './navigation';

const OPEN_CONVERSATION = /^\/chats\/[0-9a-f-]{36}/;

/** What surrounds every page of somebody who is signed in. */
@Component({
  selector: 'parley-frame',
  imports: [ConnectionBar, Navigation, RouterOutlet, TranslocoDirective],
  templateUrl: './frame.html',
  styleUrl: './frame.css',
  host: {
    '[class.in-conversation]': 'isInConversation()',
    '(document:keydown)': 'shortcuts.handle($event)',
  },
})
export class Frame {
  private readonly ahead = inject(LoadAhead);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly worker = inject(AppWorker);
  protected readonly shortcuts = inject(Shortcuts);
  private readonly main = viewChild<ElementRef<HTMLElement>>('main');
  private readonly urls = this.router.events.pipe(
    filter((event) => event instanceof NavigationEnd),
    map(({ urlAfterRedirects }) => urlAfterRedirects),
  );
  private readonly url = toSignal(this.urls, { initialValue: this.router.url });

  /** On a phone a conversation has the screen for itself. */
  protected readonly isInConversation = computed(() => OPEN_CONVERSATION.test(this.url()));

  constructor() {
    const pages = this.urls.pipe(
      map((url) => url.split(/[/?#]/)[1]),
      distinctUntilChanged(),
      skip(1),
    );
    pages.pipe(takeUntilDestroyed()).subscribe(() => this.focus());
    afterNextRender(() => void this.loadMore());
  }

  /** After the first picture, because it is not needed for that. */
  private async loadMore(): Promise<void> {
    const [{ startChats }, { startNotifications }] = await Promise.all([
      import('@parley/web-chat'),
      import('@parley/web-notifications'),
    ]);
    if (this.main()) {
      runInInjectionContext(this.injector, startChats);
      runInInjectionContext(this.injector, startNotifications);
      runInInjectionContext(this.injector, startBadge);
      runInInjectionContext(this.injector, () => this.worker.start());
    }
    await this.ahead.start();
  }

  /** Where a screen reader goes on reading, unless the page has put the focus somewhere better. */
  protected focus(event?: Event): void {
    event?.preventDefault();
    const main = this.main()?.nativeElement;
    if (main && !main.contains(document.activeElement)) {
      main.focus();
    }
  }
}
