import type { Message, MessageWindow as MessagePage } from '@parley/contracts';

/** Where a page belongs: at the live end, next to what is there, or around a place of its own. */
export type PagePlace = 'newest' | 'before' | 'after' | 'around';

type Page = Pick<MessagePage, 'items' | 'hasBefore' | 'hasAfter'>;

/**
 * A run of a room's messages without holes, each in its newest known version. Sequence numbers have no gaps,
 * so the place of a message follows from its number and nothing is ever searched for.
 */
export class MessageWindow {
  private run: Message[] = [];
  private pagesOnTheirWay = 0;
  private hasPage = false;
  /** Heard of, but without a place yet: beyond a hole, or outside while a page is on its way. */
  private readonly aside = new Map<number, Message>();

  /** Whether there are older messages than the first one. */
  hasBefore = false;
  /** Whether there are newer messages than the last one; then new ones are not appended. */
  hasAfter = false;

  /** Ascending by `seq`. The array is changed in place. */
  get messages(): readonly Message[] {
    return this.run;
  }

  clear(): void {
    this.run = [];
    this.aside.clear();
    this.hasPage = false;
    this.hasBefore = false;
    this.hasAfter = false;
  }

  at(seq: number): Message | undefined {
    const [first] = this.run;
    return first && this.run[seq - first.seq];
  }

  /**
   * Call it before a page is asked for, and what it returns with the page, or with nothing if there is none.
   * In between, what is heard of other messages is kept: it may be newer than the page.
   */
  expectPage(place: PagePlace): (page?: Page) => void {
    this.pagesOnTheirWay += 1;
    return (page) => {
      this.pagesOnTheirWay -= 1;
      if (page) {
        this.add(page, place);
      }
      this.settle();
    };
  }

  /** Takes the newest version of one message. Neither order nor repetition matters. */
  put(message: Message): void {
    if (!this.replace(message)) {
      this.keepAside(message);
      this.settle();
    }
  }

  private add({ items, hasBefore, hasAfter }: Page, place: PagePlace): void {
    const [first] = items;
    this.hasPage = true;
    if (place === 'before') {
      this.hasBefore = hasBefore;
      this.run = [...items.filter(({ seq }) => seq < (this.run[0]?.seq ?? Infinity)), ...this.run];
    } else if (place === 'after' && this.run.length > 0) {
      this.hasAfter = hasAfter;
      items.forEach((message) => this.replace(message) || this.append(message));
    } else {
      this.run = [...items];
      this.hasBefore = hasBefore && first !== undefined;
      this.hasAfter = hasAfter;
    }
    for (const message of this.aside.values()) {
      this.replace(message);
    }
  }

  /** @returns whether the window has a place for this message already */
  private replace(message: Message): boolean {
    const [first] = this.run;
    const known = this.at(message.seq);
    if (!first || !known) {
      return false;
    }
    if (message.change > known.change) {
      this.run[message.seq - first.seq] = message;
    }
    return true;
  }

  private append(message: Message): boolean {
    const isNext = message.seq === this.lastSeq + 1;
    if (isNext) {
      this.run.push(message);
    }
    return isNext;
  }

  private keepAside(message: Message): void {
    const known = this.aside.get(message.seq);
    if (!known || known.change < message.change) {
      this.aside.set(message.seq, message);
    }
  }

  /** Appends what follows without a hole, and forgets what a later page will bring anyway. */
  private settle(): void {
    if (this.hasPage && !this.hasAfter) {
      let next = this.aside.get(this.lastSeq + 1);
      while (next) {
        this.run.push(next);
        next = this.aside.get(next.seq + 1);
      }
    }
    if (this.pagesOnTheirWay === 0) {
      this.forgetAside();
    }
  }

  private forgetAside(): void {
    for (const seq of this.aside.keys()) {
      if (seq <= this.lastSeq || this.hasAfter) {
        this.aside.delete(seq);
      }
    }
  }

  private get lastSeq(): number {
    return this.run.at(-1)?.seq ?? 0;
  }
}
