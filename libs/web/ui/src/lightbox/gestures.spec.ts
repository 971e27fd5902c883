import { beforeEach, describe, expect, it } from '@jest/globals';
import { Gestures, type Swipe } from './gestures';
import { Zoom } from './zoom';

const at = (pointerId: number, clientX: number, clientY: number, pointerType = 'touch'): PointerEvent =>
  Object.assign(new MouseEvent('pointer', { clientX, clientY }), { pointerId, pointerType }) as PointerEvent;

describe('Gestures', () => {
  let zoom: Zoom;
  let gestures: Gestures;

  beforeEach(() => {
    zoom = new Zoom();
    gestures = new Gestures(zoom, () => ({ left: 0, top: 0, width: 400, height: 400 }));
  });

  const swiped = (x: number, y: number, pointerType = 'touch'): Swipe | null => {
    gestures.down(at(1, 200, 200, pointerType));
    gestures.move(at(1, 200 + x, 200 + y, pointerType));
    return gestures.up(at(1, 200 + x, 200 + y, pointerType));
  };

  it.each([
    [-100, 10, 'left'],
    [100, -10, 'right'],
    [10, 150, 'down'],
    [30, 0, null],
    [100, 100, null],
  ] as const)('knows a swipe by %i, %i: %s', (x, y, swipe) => {
    expect(swiped(x, y)).toBe(swipe);
  });

  it('takes no mouse for a finger', () => {
    expect(swiped(-100, 0, 'mouse')).toBeNull();
  });

  it('pinches with two fingers, which is no swipe afterwards', () => {
    gestures.down(at(1, 150, 200));
    gestures.down(at(2, 250, 200));
    gestures.move(at(2, 350, 200));

    expect(zoom.scale()).toBe(2);
    expect(gestures.up(at(2, 350, 200))).toBeNull();
    expect(gestures.up(at(1, 50, 200))).toBeNull();
  });

  it('moves a picture that is zoomed', () => {
    gestures.toggle(at(1, 200, 200));

    expect(swiped(-100, 0)).toBeNull();
    expect(zoom.transform()).toContain('translate(-100px, 0px)');
  });

  it('goes near what was pressed twice, and back', () => {
    gestures.toggle(at(1, 300, 200));
    expect(zoom.transform()).toBe('translate(-150px, 0px) scale(2.5)');

    gestures.toggle(at(1, 300, 200));
    expect(zoom.isZoomed()).toBe(false);
  });
});
