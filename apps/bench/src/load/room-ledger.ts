import { Histogram } from './histogram.js';

const FIRST_CAPACITY = 16_384;

/**
 * Who must have heard what: every message of a room that was sent, and whether it was accepted. Messages have
 * numbers 0, 1, 2 … of their own, which their texts carry.
 */
export class RoomLedger {
  readonly sendToAck = new Histogram();
  readonly sendToDeliver = new Histogram();
  readonly receptions: Reception[] = [];
  private sentAt = new Float64Array(FIRST_CAPACITY);
  private readonly acceptedNumbers: number[] = [];
  private sent = 0;

  /** @returns the number of the message that is about to be sent */
  send(): number {
    const number = this.sent;
    if (number === this.sentAt.length) {
      const larger = new Float64Array(number * 2);
      larger.set(this.sentAt);
      this.sentAt = larger;
    }
    this.sentAt[number] = performance.now();
    this.sent += 1;
    return number;
  }

  accept(number: number): void {
    this.acceptedNumbers.push(number);
    this.sendToAck.record(performance.now() - (this.sentAt[number] ?? 0));
  }

  /** One more person who must hear everything. */
  attend(): Reception {
    const reception = new Reception((numbers) => this.deliver(numbers));
    this.receptions.push(reception);
    return reception;
  }

  get accepted(): number {
    return this.acceptedNumbers.length;
  }

  get delivered(): number {
    return this.receptions.reduce((total, { count }) => total + count, 0);
  }

  /** Accepted messages that somebody did not get, once for each person. */
  get lost(): number {
    return this.count((times) => times === 0);
  }

  /** Messages that somebody got again, once for each person. */
  get doubled(): number {
    return this.count((times) => times > 1);
  }

  get isComplete(): boolean {
    return this.delivered >= this.accepted * this.receptions.length;
  }

  private deliver(numbers: readonly number[]): void {
    const now = performance.now();
    for (const number of numbers) {
      this.sendToDeliver.record(now - (this.sentAt[number] ?? 0));
    }
  }

  private count(isWrong: (times: number) => boolean): number {
    return this.receptions.reduce(
      (total, reception) =>
        total + this.acceptedNumbers.filter((number) => isWrong(reception.timesOf(number))).length,
      0,
    );
  }
}

/** What one person has heard of a room. */
export class Reception {
  count = 0;
  private times = new Uint8Array(FIRST_CAPACITY);

  constructor(private readonly deliver: (numbers: readonly number[]) => void) {}

  hear(numbers: readonly number[]): void {
    for (const number of numbers) {
      if (number >= this.times.length) {
        const larger = new Uint8Array(this.times.length * 2);
        larger.set(this.times);
        this.times = larger;
      }
      this.times[number] = (this.times[number] ?? 0) + 1;
    }
    this.count += numbers.length;
    this.deliver(numbers);
  }

  timesOf(number: number): number {
    return this.times[number] ?? 0;
  }
}
