import { DOCUMENT, effect, inject } from '@angular/core';
import { Unread } from '@parley/web-core';

/** Shows by the icon of the tab, and of the installed app, that there is news. In an injection context. */
export function startBadge(): void {
  const document = inject(DOCUMENT);
  const unread = inject(Unread);
  effect(() => {
    const count = unread.notifications();
    const hasNews = count > 0 || unread.chats() > 0;
    document
      .querySelector('link[rel="icon"]')
      ?.setAttribute('href', hasNews ? 'favicon-news.svg' : 'favicon.svg');
    // Browsers without a place for it do without.
    if ('setAppBadge' in navigator) {
      void (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge()).catch(() => undefined);
    }
  });
}
