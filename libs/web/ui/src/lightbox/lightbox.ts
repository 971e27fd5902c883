import {
  createBlockScrollStrategy,
  createGlobalPositionStrategy,
  createOverlayRef,
} from '@angular/cdk/overlay';
import { ComponentPortal } from '@angular/cdk/portal';
import { inject, Injector, Service, type Signal } from '@angular/core';
import type { FileInfo } from '@parley/contracts';

/** What to look at. */
export interface Exhibition {
  /** Pictures and videos; fresh addresses may come while they are looked at. */
  readonly files: Signal<readonly FileInfo[]>;
  /** Which one to begin with. */
  readonly index: number;
  /** Gets the focus back. */
  readonly origin?: HTMLElement;
}

/** Shows pictures and videos over the whole page, one at a time. */
@Service()
export class Lightbox {
  private readonly injector = inject(Injector);

  /** Resolves when it is closed. */
  async open({ files, index, origin }: Exhibition): Promise<void> {
    const { LightboxView } = await import('./lightbox-view');
    const overlay = createOverlayRef(this.injector, {
      width: '100%',
      height: '100%',
      positionStrategy: createGlobalPositionStrategy(this.injector).top('0').left('0'),
      scrollStrategy: createBlockScrollStrategy(this.injector),
      disposeOnNavigation: true,
    });
    const view = overlay.attach(new ComponentPortal(LightboxView));
    view.instance.show(files, index);
    await new Promise<void>((resolve) => {
      view.instance.closed.subscribe(resolve);
      overlay.detachments().subscribe(() => resolve());
    });
    overlay.dispose();
    origin?.focus({ preventScroll: true });
  }
}
