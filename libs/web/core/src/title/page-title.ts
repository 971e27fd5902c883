import { computed, effect, inject, Service, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { Unread } from '../quick-switch/unread';

/**
 * The title of the page: "(2) People · Parley". The `title` of a route is a key of the texts; a page that
 * knows a better name than its route, such as that of a room, says so with `name`.
 */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly transloco = inject(TranslocoService);
  private readonly unread = inject(Unread);
  private readonly texts = toSignal(this.transloco.events$);
  private readonly key = signal('');
  private readonly given = signal('');

  private readonly text = computed(() => {
    this.texts();
    const name = this.given() || (this.key() && this.transloco.translate(this.key()));
    // A chat with news is often a notification as well, so the two are not added up.
    const news = Math.max(this.unread.chats(), this.unread.notifications());
    return `${news > 0 ? `(${news}) ` : ''}${name ? `${name} · ` : ''}Parley`;
  });

  constructor() {
    super();
    const title = inject(Title);
    effect(() => title.setTitle(this.text()));
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.given.set('');
    this.key.set(this.buildTitle(snapshot) ?? '');
  }

  /** Until the next navigation. */
  name(name: string): void {
    this.given.set(name);
  }
}
