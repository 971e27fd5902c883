import { NgTemplateOutlet } from '@angular/common';
import {
  afterRenderEffect,
  Component,
  contentChild,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
  viewChildren,
} from '@angular/core';
import { anchorAmong, type LogAnchor } from './log-anchor';
import { LogRowTemplate } from './log-row-template';
import { type LogRow, RowOffsets } from './row-offsets';

/** What of the log is on screen. */
export interface LogPosition {
  /** Indices of the first and the last visible row. */
  readonly first: number;
  readonly last: number;
  readonly isAtEnd: boolean;
  readonly anchor: LogAnchor;
}

/** Rendered above and below what is visible, so that a flick does not show blank space. */
const OVERSCAN = 600;
/** So close to an end, more rows are asked for. */
const NEAR = 1_500;
/** As close to the bottom as this counts as there: zoomed pages have fractions of pixels. */
const AT_END = 24;
/** Free space below the last row. */
const BELOW = 12;
const NO_SIZE: ResizeObserverSize = { blockSize: 0, inlineSize: 0 };

/**
 * A log of any length of which only the visible part is in the document. It begins at the end or at a given row, stays
 * at the end when it is there, and otherwise keeps what is being read in its place, whatever happens above or below.
 */
@Component({
  selector: 'parley-virtual-log',
  imports: [NgTemplateOutlet],
  host: { tabindex: '0' },
  template: `
    <div #content class="content">
      @for (row of shown(); track row.key) {
        <div #element class="row" [attr.data-key]="row.key">
          <ng-container
            [ngTemplateOutlet]="rowTemplate().template"
            [ngTemplateOutletContext]="{ $implicit: row }"
          />
        </div>
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      overflow-y: auto;
      overflow-x: hidden;
      overflow-anchor: none;
      overscroll-behavior: contain;
      contain: strict;
    }
    .content {
      margin-block-start: auto;
      flex: none;
    }
    .row {
      display: flow-root;
      contain: layout style;
    }
  `,
})
export class VirtualLog<Row extends LogRow> {
  /** Where to begin; read when the first rows arrive. */
  readonly start = input<LogAnchor>('end');
  /** Whether nothing comes after the last row: only then does the log follow its end. */
  readonly endIsNewest = input(true);

  readonly moved = output<LogPosition>();
  readonly nearStart = output();
  readonly nearEnd = output();

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');
  private readonly elements = viewChildren<ElementRef<HTMLElement>>('element');
  protected readonly rowTemplate = contentChild.required<LogRowTemplate<Row>>(LogRowTemplate);

  private readonly offsets = new RowOffsets();
  private readonly observed = new Set<Element>();
  private readonly observer = new ResizeObserver((entries) => this.resized(entries));
  /** The rows that are rendered, or will be as soon as Angular gets to it. */
  private range = { from: 0, to: 0 };
  private anchor: LogAnchor = 'end';
  private height = 0;
  private width = 0;
  /** Known without asking the document, which would have to lay itself out for the answer. */
  private scrollTop = 0;

  protected readonly shown = signal<readonly Row[]>([]);

  constructor() {
    effect(() => {
      const rows = this.rowTemplate().rows();
      untracked(() => this.adopt(rows));
    });
    afterRenderEffect(() => {
      this.elements();
      this.shown();
      untracked(() => this.rendered());
    });
    const onScroll = (): void => this.scrolled();
    this.host.addEventListener('scroll', onScroll, { passive: true });
    this.observer.observe(this.host);
    inject(DestroyRef).onDestroy(() => {
      this.host.removeEventListener('scroll', onScroll);
      this.observer.disconnect();
    });
  }

  /** @returns whether there is such a row. */
  scrollTo(key: string, align: 'start' | 'center' = 'center', below = 0): boolean {
    if (this.offsets.indexOf(key) === undefined) {
      return false;
    }
    this.anchor = { key, top: align === 'start' ? below : Math.round(this.height / 3) };
    this.settle();
    return true;
  }

  scrollToEnd(): void {
    this.anchor = 'end';
    this.settle();
  }

  /** Scrolls no further than needed, for instance to a row that gets the focus. */
  reveal(key: string): void {
    const index = this.offsets.indexOf(key);
    if (index === undefined) {
      return;
    }
    const top = this.offsets.offsetOf(index) - this.scrollTop;
    const bottom = this.offsets.offsetOf(index + 1) - this.scrollTop;
    if (top < 0) {
      this.anchor = { key, top: 0 };
    } else if (bottom > this.height) {
      this.anchor = { key, top: Math.max(0, this.height - (bottom - top)) };
    } else {
      return;
    }
    this.settle();
  }

  private adopt(rows: readonly Row[]): void {
    const isFirst = this.offsets.count === 0;
    this.anchor = isFirst && rows.length > 0 ? this.start() : anchorAmong(rows, this.anchor, this.offsets);
    this.offsets.replace(rows);
    this.settle();
  }

  private scrolled(): void {
    const { scrollTop } = this.host;
    if (Math.abs(scrollTop - this.scrollTop) < 1) {
      return;
    }
    this.scrollTop = scrollTop;
    // When rows turn out lower than guessed, the browser itself pushes the log to its end.
    if (this.anchor !== 'end' || !this.isPushedToEnd()) {
      this.anchor = this.anchorAt(scrollTop);
    }
    this.settle();
  }

  private isPushedToEnd(): boolean {
    return this.host.scrollHeight - this.host.clientHeight - this.scrollTop <= AT_END;
  }

  private anchorAt(scrollTop: number): LogAnchor {
    if (this.endIsNewest() && this.offsets.total + BELOW - scrollTop - this.height <= AT_END) {
      return 'end';
    }
    const index = this.offsets.indexAt(scrollTop);
    return { key: this.offsets.keyAt(index) ?? '', top: this.offsets.offsetOf(index) - scrollTop };
  }

  private resized(entries: readonly ResizeObserverEntry[]): void {
    let isMoved = false;
    for (const { target, borderBoxSize } of entries) {
      const { blockSize, inlineSize } = borderBoxSize[0] ?? NO_SIZE;
      if (target === this.host) {
        isMoved ||= this.height !== blockSize;
        this.height = blockSize;
        this.forgetHeightsAt(inlineSize);
      } else if (target.isConnected) {
        isMoved = this.offsets.measure(target.getAttribute('data-key') ?? '', blockSize) || isMoved;
      }
    }
    if (isMoved) {
      this.settle();
    }
  }

  private forgetHeightsAt(width: number): void {
    if (this.width !== 0 && this.width !== width) {
      this.offsets.forget();
    }
    this.width = width;
  }

  private wantedTop(): number {
    const end = Math.max(0, this.offsets.total + BELOW - this.height);
    if (this.anchor === 'end') {
      return end;
    }
    const index = this.offsets.indexOf(this.anchor.key);
    return index === undefined
      ? end
      : Math.min(end, Math.max(0, this.offsets.offsetOf(index) - this.anchor.top));
  }

  /** Other rows are put into their place as soon as they are in the document. */
  private settle(): void {
    if (!this.render()) {
      this.place();
    }
  }

  /** Chooses the rows that belong into the document. @returns whether they are others than before */
  private render(): boolean {
    const rows = this.rowTemplate().rows();
    const top = this.wantedTop();
    const from = this.offsets.indexAt(top - OVERSCAN);
    const to = Math.min(rows.length, this.offsets.indexAt(top + this.height + OVERSCAN) + 1);
    const shown = this.shown();
    const isSame = shown.length === to - from && shown.every((row, index) => row === rows[from + index]);
    if (!isSame) {
      this.shown.set(rows.slice(from, to));
    }
    this.range = { from, to };
    this.report(top);
    return !isSame;
  }

  private rendered(): void {
    const elements = new Set<Element>(this.elements().map(({ nativeElement }) => nativeElement));
    for (const element of this.observed) {
      if (!elements.has(element)) {
        this.observer.unobserve(element);
        this.observed.delete(element);
      }
    }
    for (const element of elements) {
      if (!this.observed.has(element)) {
        this.observer.observe(element);
        this.observed.add(element);
      }
    }
    this.place();
  }

  /** Puts the rendered rows where they belong in the whole, and the anchor where it was. */
  private place(): void {
    const { from, to } = this.range;
    const { style } = this.content().nativeElement;
    style.paddingBlockStart = `${this.offsets.offsetOf(from)}px`;
    style.paddingBlockEnd = `${this.offsets.total - this.offsets.offsetOf(to) + BELOW}px`;
    const top = this.wantedTop();
    if (Math.abs(this.scrollTop - top) >= 1) {
      this.host.scrollTop = top;
      this.scrollTop = this.host.scrollTop;
    }
  }

  private report(top: number): void {
    if (this.height === 0 || this.offsets.count === 0) {
      return;
    }
    const { total } = this.offsets;
    this.moved.emit({
      first: this.offsets.indexAt(top),
      last: this.offsets.indexAt(top + this.height - 1),
      isAtEnd: this.endIsNewest() && total + BELOW - top - this.height <= AT_END,
      anchor: this.anchor,
    });
    if (top < NEAR) {
      this.nearStart.emit();
    }
    if (total - top - this.height < NEAR) {
      this.nearEnd.emit();
    }
  }
}
