import { beforeEach, describe, expect, it } from '@jest/globals';
import { Zoom } from './zoom';

const box = { width: 800, height: 600 };

describe('Zoom', () => {
  let zoom: Zoom;

  beforeEach(() => {
    zoom = new Zoom();
  });

  it('keeps what is under the finger where it is', () => {
    zoom.by(2, { x: 100, y: -50 }, box);

    expect(zoom.transform()).toBe('translate(-100px, 50px) scale(2)');
  });

  it('goes no further out than the whole picture, which is then in the middle', () => {
    zoom.by(3, { x: 200, y: 200 }, box);
    zoom.by(0.1, { x: -300, y: 0 }, box);

    expect(zoom.isZoomed()).toBe(false);
    expect(zoom.transform()).toBe('translate(0px, 0px) scale(1)');
  });

  it('is not moved off the screen', () => {
    zoom.by(2, { x: 0, y: 0 }, box);

    zoom.pan({ x: 5_000, y: -5_000 }, box);

    expect(zoom.transform()).toBe('translate(400px, -300px) scale(2)');
  });

  it('ends somewhere', () => {
    for (let step = 0; step < 20; step += 1) {
      zoom.closer(box);
    }

    expect(zoom.mayCloser()).toBe(false);
    zoom.further(box);
    expect(zoom.mayCloser()).toBe(true);
  });
});
