import { effect, Service, signal } from '@angular/core';
import { type Tone, tones } from './emoji-tones';

const KEY = 'parley.emoji';
const MOST_RECENT = 24;
/** What most people take, until a device knows better. */
const USUAL = ['👍', '❤️', '😂', '🎉', '😮', '😢', '🙏', '👀'] as const;

/** The emoji that were taken lately on this device, and the colour of skin that was chosen. */
@Service()
export class EmojiMemory {
  private readonly used = signal<readonly string[]>([]);

  readonly recent = this.used.asReadonly();
  readonly tone = signal<Tone>('');

  constructor() {
    this.restore();
    effect(() => keep({ recent: this.used(), tone: this.tone() }));
  }

  remember(emoji: string): void {
    this.used.update((used) => [emoji, ...used.filter((other) => other !== emoji)].slice(0, MOST_RECENT));
  }

  /** The few that are offered without searching: what was taken last comes first. A signal read. */
  offered(count: number): readonly string[] {
    return [...new Set([...this.used(), ...USUAL])].slice(0, count);
  }

  private restore(): void {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
      if (isMemory(stored)) {
        this.used.set(stored.recent.filter((emoji) => typeof emoji === 'string').slice(0, MOST_RECENT));
        this.tone.set(tones.find((tone) => tone === stored.tone) ?? '');
      }
    } catch {
      // Forbidden, or written by somebody else: then it begins anew.
    }
  }
}

function isMemory(value: unknown): value is { recent: unknown[]; tone: unknown } {
  return typeof value === 'object' && value !== null && 'recent' in value && Array.isArray(value.recent);
}

function keep(memory: object): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // Then it is forgotten with the page.
  }
}
