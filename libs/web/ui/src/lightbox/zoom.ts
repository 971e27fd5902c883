import { computed, signal } from '@angular/core';

/** A place on the screen, counted in pixels from the middle of what is zoomed. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly width: number;
  readonly height: number;
}

const MOST = 8;
const STEP = 1.5;

/** How near a picture is, and which part of it is in the middle. */
export class Zoom {
  private readonly state = signal({ scale: 1, x: 0, y: 0 });

  readonly scale = computed(() => this.state().scale);
  readonly isZoomed = computed(() => this.scale() > 1);
  readonly mayCloser = computed(() => this.scale() < MOST);
  readonly transform = computed(() => {
    const { scale, x, y } = this.state();
    return `translate(${x}px, ${y}px) scale(${scale})`;
  });

  reset(): void {
    this.state.set({ scale: 1, x: 0, y: 0 });
  }

  closer(box: Box): void {
    this.by(STEP, { x: 0, y: 0 }, box);
  }

  further(box: Box): void {
    this.by(1 / STEP, { x: 0, y: 0 }, box);
  }

  /** What is at this spot stays there. */
  by(factor: number, spot: Spot, box: Box): void {
    const { scale, x, y } = this.state();
    const next = Math.min(MOST, Math.max(1, scale * factor));
    const ratio = next / scale;
    this.put(next, { x: spot.x - (spot.x - x) * ratio, y: spot.y - (spot.y - y) * ratio }, box);
  }

  /** Never so far that the picture leaves the screen. */
  pan(step: Spot, box: Box): void {
    const { scale, x, y } = this.state();
    this.put(scale, { x: x + step.x, y: y + step.y }, box);
  }

  private put(scale: number, { x, y }: Spot, { width, height }: Box): void {
    const most = { x: (width * (scale - 1)) / 2, y: (height * (scale - 1)) / 2 };
    this.state.set({ scale, x: between(x, most.x), y: between(y, most.y) });
  }
}

function between(value: number, most: number): number {
  return Math.min(most, Math.max(-most, value)) || 0;
}
