import { CdkTrapFocus } from '@angular/cdk/a11y';
import {
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  output,
  signal,
  type Signal,
  viewChild,
} from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  mdiChevronLeft,
  mdiChevronRight,
  mdiClose,
  mdiDownload,
  mdiMagnifyMinusOutline,
  mdiMagnifyPlusOutline,
} from '@mdi/js';
import type { FileInfo } from '@parley/contracts';
import { sortOf } from '../files/file-sorts';
import { thumbhashPicture } from '../files/thumbhash-picture';
import { Icon } from '../icon/icon';
import { Gestures } from './gestures';
import { Zoom } from './zoom';

const PAN_PX = 80;

/** Pictures and videos over the whole page: by mouse, keyboard and fingers. */
@Component({
  selector: 'parley-lightbox-view',
  imports: [CdkTrapFocus, Icon, MatIconButton, TranslocoDirective],
  templateUrl: './lightbox-view.html',
  styleUrl: './lightbox-view.css',
  host: { '(keydown)': 'press($event)' },
})
export class LightboxView {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly stage = viewChild<ElementRef<HTMLElement>>('stage');
  private readonly source = signal<Signal<readonly FileInfo[]>>(signal([]));
  protected readonly files = computed(() => this.source()());
  protected readonly index = signal(0);
  private readonly isShown = signal(false);
  protected readonly isLoaded = signal(false);
  protected readonly hasFailed = signal(false);
  protected readonly zoom = new Zoom();
  protected readonly gestures = new Gestures(this.zoom, () => this.box());

  readonly closed = output();

  protected readonly icons = {
    close: mdiClose,
    closer: mdiMagnifyPlusOutline,
    download: mdiDownload,
    further: mdiMagnifyMinusOutline,
    next: mdiChevronRight,
    previous: mdiChevronLeft,
  };
  protected readonly file = computed(() => this.files()[this.index()]);
  protected readonly isVideo = computed(() => {
    const file = this.file();
    return file !== undefined && sortOf(file) === 'video';
  });
  protected readonly blur = computed(() => thumbhashPicture(this.file()?.thumbhash));

  constructor() {
    // What is looked at may be deleted meanwhile.
    effect(() => {
      const { length } = this.files();
      if (this.isShown() && length === 0) {
        this.closed.emit();
      } else if (this.index() >= length) {
        this.index.set(Math.max(0, length - 1));
      }
    });
  }

  show(files: Signal<readonly FileInfo[]>, index: number): void {
    this.source.set(files);
    this.index.set(index);
    this.isShown.set(true);
  }

  protected go(step: 1 | -1): void {
    const next = this.index() + step;
    if (next >= 0 && next < this.files().length) {
      this.index.set(next);
      this.isLoaded.set(false);
      this.hasFailed.set(false);
      this.zoom.reset();
    }
  }

  protected zoomIn(): void {
    this.zoom.closer(this.box());
  }

  protected zoomOut(): void {
    this.zoom.further(this.box());
  }

  protected release(event: PointerEvent): void {
    const swipe = this.gestures.up(event);
    if (swipe === 'down') {
      this.closed.emit();
    } else if (swipe) {
      this.go((swipe === 'left') === this.isLeftToRight() ? 1 : -1);
    }
  }

  /** Beside the picture there is nothing but a way out. */
  protected leave({ target, currentTarget }: Event): void {
    if (target === currentTarget && !this.zoom.isZoomed()) {
      this.closed.emit();
    }
  }

  protected press(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.closed.emit();
    } else if (!event.ctrlKey && !event.metaKey && !event.altKey && this.command(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  private command({ key, shiftKey, target }: KeyboardEvent): boolean {
    if (target instanceof HTMLVideoElement) {
      return false;
    }
    const steps: Record<string, { x: number; y: number }> = {
      ArrowLeft: { x: PAN_PX, y: 0 },
      ArrowRight: { x: -PAN_PX, y: 0 },
      ArrowUp: { x: 0, y: PAN_PX },
      ArrowDown: { x: 0, y: -PAN_PX },
    };
    const step = steps[key];
    if (step && this.zoom.isZoomed() && (shiftKey || step.y !== 0)) {
      this.zoom.pan(step, this.box());
      return true;
    }
    if (step && step.x !== 0) {
      this.go(step.x < 0 === this.isLeftToRight() ? 1 : -1);
      return true;
    }
    const commands: Record<string, () => void> = {
      '+': () => this.zoomIn(),
      '=': () => this.zoomIn(),
      '-': () => this.zoomOut(),
      '0': () => this.zoom.reset(),
    };
    commands[key]?.();
    return key in commands;
  }

  private isLeftToRight(): boolean {
    return getComputedStyle(this.host).direction !== 'rtl';
  }

  private box(): DOMRect {
    return (this.stage()?.nativeElement ?? this.host).getBoundingClientRect();
  }
}
