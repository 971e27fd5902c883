import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

/** Tells when this element comes near the screen: the place at the end of a list where more is loaded. */
@Directive({ selector: '[parleyNearEnd]' })
export class NearEnd {
  readonly parleyNearEnd = output();

  constructor() {
    const { nativeElement } = inject<ElementRef<Element>>(ElementRef);
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          this.parleyNearEnd.emit();
        }
      },
      { rootMargin: '400px' },
    );
    observer.observe(nativeElement);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
