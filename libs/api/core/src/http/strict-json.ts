import { DomainError } from '../errors/domain-error.js';

/** Deeper than any DTO, and far from what could exhaust a stack. */
const DEEPEST = 64;
/** What gives valid JSON its structure. */
const TOKEN = /"(?:[^"\\]+|\\.)*"|[{}[\],]/g;

/**
 * Reads JSON in which every name of an object is there once. `JSON.parse` keeps the last of two, other
 * programs the first: what one of them checked the other one would not do.
 * @throws DomainError `request.invalid-json`
 */
export function parseStrictJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    const names = new NamesOnce();
    for (const [token] of text.matchAll(TOKEN)) {
      names.see(token);
    }
    return value;
  } catch (cause) {
    throw new DomainError('request.invalid-json', { cause });
  }
}

/** Walks through valid JSON, token by token. */
class NamesOnce {
  /** The names of each object that is open; null stands for a list. */
  private readonly open: (Set<string> | null)[] = [];
  private expectsName = false;

  /** @throws SyntaxError for a name that is there already */
  see(token: string): void {
    switch (token[0]) {
      case '"':
        this.addName(token);
        this.expectsName = false;
        break;
      case ',':
        this.expectsName = this.open.at(-1) instanceof Set;
        break;
      case '}':
      case ']':
        this.open.pop();
        break;
      default:
        this.enter(token);
    }
  }

  private enter(token: string): void {
    this.expectsName = token === '{';
    if (this.open.push(this.expectsName ? new Set() : null) > DEEPEST) {
      throw new SyntaxError('Too deep');
    }
  }

  /** Escapes are undone first: the same name can be written in many ways. */
  private addName(quoted: string): void {
    const names = this.expectsName && this.open.at(-1);
    if (names) {
      const name = quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1);
      if (names.has(name)) {
        throw new SyntaxError('The same name twice');
      }
      names.add(name);
    }
  }
}
