import type { ElementRef } from '@angular/core';
import {
  afterNextRender,
  Component,
  computed,
  inject,
  Injector,
  output,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { CdkTrapFocus } from '@angular/cdk/a11y';
import { MatButton, MatIconButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  mdiAirplane,
  mdiBasketball,
  mdiClockOutline,
  mdiEmoticonOutline,
  mdiFlagOutline,
  mdiFoodApple,
  mdiHandWaveOutline,
  mdiHeartOutline,
  mdiLeaf,
  mdiLightbulbOutline,
} from '@mdi/js';
import { Icon } from '../icon/icon';
import { EmojiMemory } from './emoji-memory';
import { bestMatches } from './emoji-search';
import { type Tone, toned, tones } from './emoji-tones';
import { type Emoji, Emojis } from './emojis';
import { COLUMNS, moved, type Section, sectionsOf } from './emoji-grid';

const MOST_RESULTS = 64;
let pickers = 0;

/**
 * Chooses an emoji: type a word, or look through the categories; arrows move, Enter chooses, Escape leaves. The focus
 * stays in the search box, which tells screen readers which emoji is the current one.
 */
@Component({
  selector: 'parley-emoji-picker',
  imports: [CdkTrapFocus, Icon, MatButton, MatIconButton, TranslocoDirective],
  templateUrl: './emoji-picker.html',
  styleUrl: './emoji-picker.css',
  host: { '(click)': 'click($event)', '(pointerover)': 'point($event)' },
})
export class EmojiPicker {
  private readonly emojis = inject(Emojis);
  private readonly injector = inject(Injector);
  private readonly memory = inject(EmojiMemory);
  private readonly box = viewChild<ElementRef<HTMLInputElement>>('box');
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');

  readonly chosen = output<string>();
  readonly closed = output();

  protected readonly id = `emoji-picker-${++pickers}`;
  protected readonly icons: Readonly<Record<string, string>> = {
    recent: mdiClockOutline,
    smileys: mdiEmoticonOutline,
    people: mdiHandWaveOutline,
    nature: mdiLeaf,
    food: mdiFoodApple,
    travel: mdiAirplane,
    activities: mdiBasketball,
    objects: mdiLightbulbOutline,
    symbols: mdiHeartOutline,
    flags: mdiFlagOutline,
  };
  protected readonly columns = COLUMNS;
  protected readonly tones = tones.map((tone) => ({ tone, hand: toned('✋', tone) }));
  protected readonly tone = this.memory.tone.asReadonly();
  protected readonly areTonesOpen = signal(false);
  protected readonly query = signal('');
  protected readonly active = signal(-1);
  protected readonly categories = resource({ loader: () => this.emojis.all() });
  private readonly recent = this.memory.offered(COLUMNS * 2);

  protected readonly sections = computed<readonly Section[]>(() => {
    const categories = this.categories.value() ?? [];
    const tone = this.tone();
    if (this.query() !== '') {
      const all = categories.flatMap(({ emojis }) => emojis);
      return sectionsOf([{ name: 'results', emojis: bestMatches(all, this.query(), MOST_RESULTS) }], tone);
    }
    return sectionsOf([{ name: 'recent', emojis: this.known(this.recent, categories) }, ...categories], tone);
  });
  protected readonly current = computed(() =>
    this.sections()
      .flatMap(({ options }) => options)
      .at(Math.max(0, this.active())),
  );

  /** Begins in the search box, as soon as that is there. */
  focus(): void {
    this.afterRender(() => this.box()?.nativeElement.focus());
  }

  protected type({ target }: Event): void {
    const list = this.list()?.nativeElement;
    if (target instanceof HTMLInputElement && list) {
      this.query.set(target.value.trim());
      this.active.set(this.query() === '' ? -1 : 0);
      list.scrollTop = 0;
    }
  }

  protected press(event: KeyboardEvent): void {
    if (event.key === 'Enter') {
      event.preventDefault();
      this.take(this.current()?.shown);
      return;
    }
    const isInText = event.key.startsWith('Arrow') && !isAtEnd(event.target) && !event.key.endsWith('Down');
    const next = isInText ? null : moved(this.sections(), this.active(), event.key);
    if (next !== null) {
      event.preventDefault();
      this.active.set(next);
      this.afterRender(() =>
        this.list()?.nativeElement.querySelector('.active')?.scrollIntoView({ block: 'nearest' }),
      );
    }
  }

  /** One listener for the two thousand of them. */
  protected click({ target }: Event): void {
    const option = target instanceof Element ? target.closest<HTMLElement>('[role=option]') : null;
    this.take(option?.textContent.trim());
  }

  protected point({ target }: Event): void {
    const place = target instanceof HTMLElement ? target.dataset['place'] : undefined;
    if (place) {
      this.active.set(Number(place));
    }
  }

  protected show(category: string): void {
    this.list()?.nativeElement.querySelector(`[data-category="${category}"]`)?.scrollIntoView();
  }

  protected leave(event: Event): void {
    event.stopPropagation();
    this.closed.emit();
  }

  protected setTone(tone: Tone): void {
    this.memory.tone.set(tone);
    this.areTonesOpen.set(false);
    this.box()?.nativeElement.focus();
  }

  private take(emoji: string | undefined): void {
    if (emoji) {
      this.memory.remember(emoji);
      this.chosen.emit(emoji);
    }
  }

  /** With their names; what was taken lately may have a colour of skin. */
  private known(taken: readonly string[], categories: readonly { emojis: readonly Emoji[] }[]): Emoji[] {
    const all = new Map(categories.flatMap(({ emojis }) => emojis).map((emoji) => [emoji.emoji, emoji]));
    return taken.map((emoji) => {
      const name = all.get(emoji)?.name ?? emoji;
      return { emoji, name, keywords: '', hasTones: false };
    });
  }

  private afterRender(work: () => void): void {
    afterNextRender({ write: work }, { injector: this.injector });
  }
}

/** In a text that is being typed, left and right are its own. */
function isAtEnd(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.selectionStart === target.value.length;
}
