import {
  createBlockScrollStrategy,
  createFlexibleConnectedPositionStrategy,
  createGlobalPositionStrategy,
  createOverlayRef,
  createRepositionScrollStrategy,
  type OverlayConfig,
} from '@angular/cdk/overlay';
import { ComponentPortal } from '@angular/cdk/portal';
import { inject, Injector, Service } from '@angular/core';
import { merge } from 'rxjs';

const PHONE = '(width < 600px)';

/** Shows the emoji picker: next to what asked for it, or on a phone as a sheet at the bottom. */
@Service()
export class EmojiPopup {
  private readonly injector = inject(Injector);

  /**
   * @param origin gets the focus back
   * @returns the chosen emoji, or null for who left without one
   */
  async ask(origin: HTMLElement): Promise<string | null> {
    const { EmojiPicker } = await import('./emoji-picker');
    const overlay = createOverlayRef(this.injector, {
      hasBackdrop: true,
      ...(matchMedia(PHONE).matches ? this.atBottom() : this.nextTo(origin)),
    });
    const { instance } = overlay.attach(new ComponentPortal(EmojiPicker));
    // On a touch screen the keyboard would cover what there is to choose from.
    if (matchMedia('(hover: hover)').matches) {
      instance.focus();
    }
    const emoji = await new Promise<string | null>((resolve) => {
      instance.chosen.subscribe(resolve);
      instance.closed.subscribe(() => resolve(null));
      merge(overlay.backdropClick(), overlay.detachments()).subscribe(() => resolve(null));
    });
    overlay.dispose();
    origin.focus({ preventScroll: true });
    return emoji;
  }

  private atBottom(): OverlayConfig {
    return {
      positionStrategy: createGlobalPositionStrategy(this.injector).bottom('0'),
      scrollStrategy: createBlockScrollStrategy(this.injector),
      width: '100%',
    };
  }

  private nextTo(origin: HTMLElement): OverlayConfig {
    const place = createFlexibleConnectedPositionStrategy(this.injector, origin)
      .withPush(true)
      .withViewportMargin(8)
      .withPositions([
        { originX: 'end', originY: 'top', overlayX: 'end', overlayY: 'bottom', offsetY: -4 },
        { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top', offsetY: 4 },
      ]);
    return {
      positionStrategy: place,
      scrollStrategy: createRepositionScrollStrategy(this.injector),
      backdropClass: 'cdk-overlay-transparent-backdrop',
    };
  }
}
