import { Component, computed, input } from '@angular/core';

const WIDTH = 240;
const HEIGHT = 28;
const LEAST = 3;
const FLAT = Array.from({ length: 48 }, () => 0);

/** How loud a recording is over time, and how much of it was heard. */
@Component({
  selector: 'parley-waveform-bars',
  template: `
    <svg
      aria-hidden="true"
      focusable="false"
      preserveAspectRatio="none"
      [attr.viewBox]="'0 0 ${WIDTH} ${HEIGHT}'"
    >
      @for (bar of bars(); track $index) {
        <rect
          rx="1.25"
          [attr.x]="bar.x"
          [attr.y]="bar.y"
          [attr.width]="bar.width"
          [attr.height]="bar.height"
          [class.heard]="bar.part < part()"
        />
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
    }
    svg {
      display: block;
      inline-size: 100%;
      block-size: ${HEIGHT}px;
    }
    :host-context([dir='rtl']) svg {
      transform: scaleX(-1);
    }
    rect {
      fill: var(--parley-line-strong);
    }
    .heard {
      fill: var(--parley-accent);
    }
  `,
})
export class WaveformBars {
  /** Each from 0 to 1; flat where there are none. */
  readonly peaks = input<readonly number[]>([]);
  /** How much was heard, from 0 to 1. */
  readonly part = input(0);

  protected readonly bars = computed(() => {
    const peaks = this.peaks().length > 0 ? this.peaks() : FLAT;
    const step = WIDTH / peaks.length;
    return peaks.map((peak, index) => {
      const height = Math.max(LEAST, peak * HEIGHT);
      return {
        x: index * step,
        y: (HEIGHT - height) / 2,
        width: Math.max(1, step * 0.55),
        height,
        part: index / peaks.length,
      };
    });
  });
}
