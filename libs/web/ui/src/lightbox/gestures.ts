import type { Box, Spot, Zoom } from './zoom';

/** So far a finger moves before it means something. */
const SWIPE_PX = 60;
const CLOSE_PX = 120;
const NEAR = 2.5;

export type Swipe = 'left' | 'right' | 'down';

/** What fingers and mice do with a picture: pinch, pan, swipe. */
export class Gestures {
  private readonly pointers = new Map<number, Spot>();
  private start: Spot = { x: 0, y: 0 };
  private wasPinched = false;

  constructor(
    private readonly zoom: Zoom,
    private readonly stage: () => Box & { readonly left: number; readonly top: number },
  ) {}

  get isHolding(): boolean {
    return this.pointers.size > 0;
  }

  down({ pointerId, clientX, clientY }: PointerEvent): void {
    this.pointers.set(pointerId, { x: clientX, y: clientY });
    if (this.pointers.size === 1) {
      this.start = { x: clientX, y: clientY };
      this.wasPinched = false;
    }
  }

  move({ pointerId, clientX, clientY }: PointerEvent): void {
    const before = this.pointers.get(pointerId);
    if (!before) {
      return;
    }
    const now = { x: clientX, y: clientY };
    const [other] = [...this.pointers].filter(([id]) => id !== pointerId).map(([, spot]) => spot);
    this.pointers.set(pointerId, now);
    if (other) {
      this.wasPinched = true;
      const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
      this.zoom.by(
        distance(now, other) / Math.max(1, distance(before, other)),
        this.spot(middle),
        this.stage(),
      );
    } else if (this.zoom.isZoomed()) {
      this.zoom.pan({ x: now.x - before.x, y: now.y - before.y }, this.stage());
    }
  }

  /** @returns what it was, if it was a swipe */
  up({ pointerId, clientX, clientY, pointerType }: PointerEvent): Swipe | null {
    const wasHeld = this.pointers.delete(pointerId);
    const isAlone = wasHeld && this.pointers.size === 0 && !this.wasPinched;
    return isAlone && !this.zoom.isZoomed() && pointerType !== 'mouse'
      ? swipeOf(clientX - this.start.x, clientY - this.start.y)
      : null;
  }

  cancel({ pointerId }: PointerEvent): void {
    this.pointers.delete(pointerId);
  }

  wheel(event: WheelEvent): void {
    event.preventDefault();
    this.zoom.by(
      Math.exp(-event.deltaY / 300),
      this.spot({ x: event.clientX, y: event.clientY }),
      this.stage(),
    );
  }

  /** To what was pressed, or back. */
  toggle({ clientX, clientY }: MouseEvent): void {
    if (this.zoom.isZoomed()) {
      this.zoom.reset();
    } else {
      this.zoom.by(NEAR, this.spot({ x: clientX, y: clientY }), this.stage());
    }
  }

  private spot({ x, y }: Spot): Spot {
    const { left, top, width, height } = this.stage();
    return { x: x - left - width / 2, y: y - top - height / 2 };
  }
}

function swipeOf(x: number, y: number): Swipe | null {
  if (Math.abs(x) > SWIPE_PX && Math.abs(x) > 2 * Math.abs(y)) {
    return x < 0 ? 'left' : 'right';
  }
  return y > CLOSE_PX && y > 2 * Math.abs(x) ? 'down' : null;
}

function distance(one: Spot, other: Spot): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
