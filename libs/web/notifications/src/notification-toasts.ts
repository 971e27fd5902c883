import { DOCUMENT, inject, Service } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import type { Notification, NotificationPreferences } from '@parley/contracts';
import { isQuiet, notificationPath } from '@parley/contracts/constants';
import { NotificationPreferencesApi, Notices, Realtime, Session } from '@parley/web-core';
import { firstValueFrom } from 'rxjs';
import { NotificationWords } from './notification-words';
import { NotificationsStore } from './notifications-store';

/** How many characters of what was written are shown. */
const EXCERPT = 80;

/** Says what happens elsewhere in the app, while somebody looks at it and does not want to be left in peace. */
@Service()
export class NotificationToasts {
  private readonly document = inject(DOCUMENT);
  private readonly notices = inject(Notices);
  private readonly preferences = inject(NotificationPreferencesApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly store = inject(NotificationsStore);
  private readonly texts = inject(TranslocoService);
  private readonly words = inject(NotificationWords);

  constructor() {
    inject(Realtime)
      .events('notification:created')
      .pipe(takeUntilDestroyed())
      .subscribe(({ notification }) => void this.tell(notification));
  }

  private async tell(notification: Notification): Promise<void> {
    if (this.isInView(notification) || (await this.wantsPeace())) {
      return;
    }
    await firstValueFrom(this.texts.load(`notifications/${this.texts.getActiveLang()}`));
    const group = {
      ...{ newest: notification, items: [notification], isUnread: true },
      actors: notification.actor ? [notification.actor] : [],
    };
    const excerpt = hasExcerpt(notification) ? `: ${shortened(notification.text)}` : '';
    const text = `${this.words.sentenceOf(group)}${excerpt}`;
    if (await this.notices.show(text, this.texts.translate('notifications.show'))) {
      void this.store.read([notification.id]);
      await this.router.navigateByUrl(notificationPath(notification));
    }
  }

  /** Whoever sees the place sees what happens there, and the list of notifications says it itself. */
  private isInView({ roomId, postId }: Notification): boolean {
    const { url } = this.router;
    const isHere = [roomId && `/chats/${roomId}`, postId && `/posts/${postId}`, '/notifications'].some(
      (place) => place && url.startsWith(place),
    );
    return isHere || this.document.visibilityState !== 'visible';
  }

  private async wantsPeace(): Promise<boolean> {
    if (this.session.me()?.presence === 'dnd') {
      return true;
    }
    const chosen: NotificationPreferences | null = await this.preferences.known();
    return chosen !== null && isQuiet(chosen.quietHours, chosen.timeZone, new Date());
  }
}

function hasExcerpt({ kind, text }: Notification): boolean {
  return text !== '' && kind !== 'reaction' && kind !== 'security';
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)}…` : line;
}
