import { computed, DestroyRef, effect, ElementRef, inject, type Signal, signal } from '@angular/core';
import type { Presence } from '@parley/contracts';
import { PresenceSource } from './presence-source';
import { Sightings } from './sightings';

/** How somebody is, watched as long as the component is on screen. Belongs into an injection context. */
export function presenceOf(userId: Signal<string | undefined>): Signal<Presence | undefined> {
  const source = inject(PresenceSource, { optional: true });
  const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const isOnScreen = signal(false);
  if (source) {
    inject(DestroyRef).onDestroy(inject(Sightings).observe(element, (isSeen) => isOnScreen.set(isSeen)));
    effect((onCleanup) => {
      const id = userId();
      if (id && isOnScreen()) {
        onCleanup(source.watch(id));
      }
    });
  }
  return computed(() => {
    const id = userId();
    return id ? source?.of(id) : undefined;
  });
}
