import type { MessageChanged } from '@parley/contracts';
import { numberIn } from './message-text.js';

/** A frame of which this many others are unlike is looked at for itself. */
const FARTHEST = 64;

interface KnownFrame {
  bytes: Buffer;
  /** Of the messages in it. */
  numbers: readonly number[];
}

/**
 * A broadcast is the same bytes for everybody, in nearly the same order. So a frame is parsed once, for the first
 * person who gets it, and compared for all the others.
 */
export class FrameLog {
  private readonly frames: KnownFrame[] = [];

  /** How many different frames have come. */
  get count(): number {
    return this.frames.length;
  }

  /** One person's way through the frames of a room. */
  reader(): (frame: Buffer) => readonly number[] {
    let next = 0;
    return (frame) => {
      const place = this.find(frame, next);
      if (place >= 0) {
        next = place + 1;
        return this.frames[place]?.numbers ?? [];
      }
      const numbers = numbersIn(frame);
      if (numbers.length > 0) {
        next = this.frames.push({ bytes: Buffer.from(frame), numbers });
      }
      return numbers;
    };
  }

  private find(frame: Buffer, from: number): number {
    const to = Math.min(from + FARTHEST, this.frames.length);
    for (let place = from; place < to; place += 1) {
      if (this.frames[place]?.bytes.equals(frame)) {
        return place;
      }
    }
    return -1;
  }
}

/** @param frame `42["message:changed",{…}]`, or any other event */
function numbersIn(frame: Buffer): number[] {
  const [name, event] = JSON.parse(frame.toString('utf8', 2)) as [string, MessageChanged];
  return name === 'message:changed' ? event.messages.map(({ body }) => numberIn(body)) : [];
}
