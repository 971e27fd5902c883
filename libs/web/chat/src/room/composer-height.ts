import { DestroyRef, Directive, DOCUMENT, ElementRef, inject } from '@angular/core';

const VARIABLE = '--parley-composer-height';

/** Tells the page how high the box at its bottom is, so that notices stay above it. */
@Directive({ selector: 'parley-message-composer' })
export class ComposerHeight {
  constructor() {
    const { style } = inject(DOCUMENT).documentElement;
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const observer = new ResizeObserver(() => style.setProperty(VARIABLE, `${host.offsetHeight}px`));
    observer.observe(host);
    inject(DestroyRef).onDestroy(() => {
      observer.disconnect();
      style.removeProperty(VARIABLE);
    });
  }
}
