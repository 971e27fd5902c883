import { computed, inject, Service, signal, type Signal } from '@angular/core';
import { DestroyRef } from '@angular/core';
import type { User } from '@parley/contracts';

/** A place to jump to with `Ctrl K`. */
export interface QuickSwitchItem {
  id: string;
  label: string;
  detail?: string;
  /** For `router.navigate`. */
  commands: readonly string[];
  queryParams?: Readonly<Record<string, string>>;
  /** A path of `@mdi/js` in the place of a picture. */
  icon?: string;
  /** Whose picture it has. */
  user?: User;
  unread?: number;
}

/** A feature that has places to jump to, the most likely first. */
export type QuickSwitchSource = Signal<readonly QuickSwitchItem[]>;

/** Where features offer their places, so that the switcher needs to know none of them. */
@Service()
export class QuickSwitch {
  private readonly sources = signal<readonly QuickSwitchSource[]>([]);

  readonly items = computed(() => this.sources().flatMap((source) => source()));

  /** In an injection context: what is offered goes with its owner. */
  offer(source: QuickSwitchSource): void {
    this.sources.update((sources) => [...sources, source]);
    inject(DestroyRef).onDestroy(() =>
      this.sources.update((sources) => sources.filter((other) => other !== source)),
    );
  }
}
