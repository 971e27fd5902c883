/** Words of the language that the benchmark speaks; a few of them are most of what is said, as everywhere. */
const WORDS = 60_000;
const SYLLABLES =
  'ba be bi bo da de di do fa fe ga go ka ke ki ko la le li lo ma me mi mo na ne no pa pe ra re ri ro sa se si so ta te ti to va ve vo'.split(
    ' ',
  );
const CHINESE =
  '今天我们讨论新的项目计划明天早上开会请大家准时参加谢谢天气很好晚饭吃什么搜索功能已经完成测试数据'.split(
    '',
  );
const SHORTEST = 4;
const LONGEST = 24;

/** What is in the messages on purpose, and how often. */
export const planted = {
  /** Half of all messages. */
  common: 'weekend',
  /** Every thousandth, together. */
  phrase: 'summer harvest',
  /** Twenty times, however many messages there are. */
  rare: 'quetzalcoatl',
  /** Every ten-thousandth. */
  uncommon: 'Übergangsjacke',
  chinese: '项目进度',
} as const;

/** A source of numbers from 0 to 1 that is the same every time. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** What people say, message by message: the same at every run. */
export class Corpus {
  private readonly words = Array.from({ length: WORDS }, (_, index) => wordOf(index));
  private readonly random = numbers(7);

  constructor(private readonly messages: number) {}

  /** @param index from 0 on, in the order of time */
  message(index: number): string {
    if (index % 40 === 17) {
      return this.chinese(index);
    }
    const length = SHORTEST + Math.floor(this.random() * (LONGEST - SHORTEST));
    const words = Array.from({ length }, () => this.word());
    return [...words, ...this.plantedIn(index)].join(' ');
  }

  /** A word, the more often the nearer it is to the beginning of the list. */
  word(): string {
    return this.words[Math.floor(WORDS * this.random() ** 6)] ?? '';
  }

  /** A word of which there are few: at most some in ten thousand messages. */
  uncommonWord(): string {
    return this.words[Math.floor(WORDS * (0.3 + 0.7 * this.random()))] ?? '';
  }

  private plantedIn(index: number): string[] {
    const every = (count: number) => index % count === count - 1;
    return [
      ...(index % 2 === 0 ? [planted.common] : []),
      ...(every(1_000) ? [planted.phrase] : []),
      ...(every(10_000) ? [planted.uncommon] : []),
      ...(every(Math.ceil(this.messages / 20)) ? [planted.rare] : []),
      ...(every(50) ? [`https://example.org/${index}`] : []),
      ...(every(30) ? [`ref${index.toString(36)}`] : []),
    ];
  }

  private chinese(index: number): string {
    const length = 12 + Math.floor(this.random() * 12);
    const text = Array.from({ length }, () => CHINESE[Math.floor(this.random() * CHINESE.length)]).join('');
    return index % 4_000 === 17 ? text + planted.chinese : text;
  }
}

function wordOf(index: number): string {
  let rest = index + SYLLABLES.length;
  let word = '';
  while (rest > 0) {
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}
