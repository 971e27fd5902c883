import { Service } from '@angular/core';

/** A little before it comes into view. */
const MARGIN = '100px';

/** Tells which elements are on screen, with one observer for all of them. */
@Service()
export class Sightings {
  private readonly heard = new WeakMap<Element, (isOnScreen: boolean) => void>();
  private readonly observer =
    'IntersectionObserver' in globalThis
      ? new IntersectionObserver(
          (entries) =>
            entries.forEach(({ target, isIntersecting }) => this.heard.get(target)?.(isIntersecting)),
          { rootMargin: MARGIN },
        )
      : undefined;

  /** @returns what ends it */
  observe(element: Element, hear: (isOnScreen: boolean) => void): () => void {
    this.heard.set(element, hear);
    if (this.observer) {
      this.observer.observe(element);
    } else {
      hear(true);
    }
    return () => this.observer?.unobserve(element);
  }
}
