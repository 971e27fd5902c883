import { computed, effect, inject, Service, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { Notification, NotificationPage } from '@parley/contracts';
import { LocalDatabase, Notices, Realtime, Unread } from '@parley/web-core';
import { firstValueFrom } from 'rxjs';
import { grouped } from './notification-groups';
import { NotificationsApi } from './notifications-api';

/** The name under which the newest page is kept on this device. */
const KEPT = 'notifications';

/** What the person was told, and how much of it is unread. Read when somebody looks, kept up to date from then on. */
@Service()
export class NotificationsStore {
  private readonly api = inject(NotificationsApi);
  private readonly local = inject(LocalDatabase);
  private readonly notices = inject(Notices);
  private readonly realtime = inject(Realtime);
  private readonly unread = inject(Unread);

  private readonly items = signal<readonly Notification[]>([]);
  private readonly nextCursor = signal<string | null>(null);
  private readonly isWanted = signal(false);
  private readonly hasLoaded = signal(false);
  private readonly failure = signal<unknown>(undefined);
  private isLoadingMore = false;

  readonly groups = computed(() => grouped(this.items()));
  readonly hasMore = computed(() => this.nextCursor() !== null);
  readonly isEmpty = computed(() => this.hasLoaded() && this.items().length === 0);
  readonly isLoading = computed(() => !this.hasLoaded() && !this.error() && this.items().length === 0);
  /** Only when there is nothing to show instead. */
  readonly error = computed(() => (this.items().length === 0 ? this.failure() : undefined));
  readonly hasUnread = computed(() => this.unread.notifications() > 0);

  constructor() {
    effect(() => {
      if (this.realtime.connections() > 0) {
        untracked(() => void this.count());
      }
    });
    effect(() => {
      this.realtime.connections();
      if (this.isWanted()) {
        untracked(() => void this.load());
      }
    });
    this.listen();
  }

  /** Somebody looks at the list. */
  open(): void {
    if (this.isWanted()) {
      void this.load();
    }
    this.isWanted.set(true);
  }

  async load(): Promise<void> {
    try {
      this.adopt(await firstValueFrom(this.api.page()));
    } catch (error) {
      this.failure.set(error);
      await this.recall();
    }
  }

  async loadMore(): Promise<void> {
    const cursor = this.nextCursor();
    if (cursor === null || this.isLoadingMore) {
      return;
    }
    this.isLoadingMore = true;
    try {
      const page = await firstValueFrom(this.api.page(cursor));
      this.merge(page.items);
      this.nextCursor.set(page.nextCursor);
    } catch (error) {
      this.notices.showError(error);
    } finally {
      this.isLoadingMore = false;
    }
  }

  /** Shown at once; taken back when the server does not hear of it. @param ids all of them without */
  async read(ids?: readonly string[]): Promise<void> {
    const [items, count] = [this.items(), this.unread.notifications()];
    const readAt = new Date().toISOString();
    const isMeant = ({ id, readAt: before }: Notification) =>
      before === null && (ids === undefined || ids.includes(id));
    this.items.set(items.map((item) => (isMeant(item) ? { ...item, readAt } : item)));
    this.unread.notifications.set(ids ? Math.max(0, count - items.filter(isMeant).length) : 0);
    try {
      await firstValueFrom(this.api.read(ids), { defaultValue: undefined });
    } catch (error) {
      this.items.set(items);
      this.unread.notifications.set(count);
      this.notices.showError(error);
    }
  }

  private listen(): void {
    this.realtime
      .events('notification:created')
      .pipe(takeUntilDestroyed())
      .subscribe(({ notification }) => this.merge([notification]));
    this.realtime
      .events('notification:count')
      .pipe(takeUntilDestroyed())
      .subscribe(({ count }) => {
        const wasReadElsewhere = count < this.unread.notifications();
        this.unread.notifications.set(count);
        if (wasReadElsewhere && this.isWanted()) {
          void this.load();
        }
      });
  }

  private async count(): Promise<void> {
    try {
      this.unread.notifications.set((await firstValueFrom(this.api.unreadCount())).count);
    } catch {
      // The next connection asks again.
    }
  }

  private adopt({ items, nextCursor }: NotificationPage): void {
    this.failure.set(undefined);
    this.hasLoaded.set(true);
    this.items.set(items);
    this.nextCursor.set(nextCursor);
    void this.local.values.put({ key: KEPT, value: items }).catch(() => undefined);
  }

  private merge(items: readonly Notification[]): void {
    const known = new Map(this.items().map((item) => [item.id, item]));
    items.forEach((item) => known.set(item.id, item));
    this.items.set([...known.values()]);
  }

  /** Without a network one reads what was there the last time. */
  private async recall(): Promise<void> {
    const kept = await this.local.values.get(KEPT).catch(() => undefined);
    if (this.items().length === 0 && isList(kept?.value)) {
      this.items.set(kept.value);
    }
  }
}

function isList(value: unknown): value is Notification[] {
  return Array.isArray(value);
}
