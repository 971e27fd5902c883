import { Injectable } from '@nestjs/common';
import { hash, type Options, verify } from '@node-rs/argon2';

/** What OWASP recommends: 19 MiB, two passes, one lane. The algorithm is argon2id, which is the default. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

@Injectable()
export class Passwords {
  private readonly dummy = hash('nobody has this password', COST);

  hash(password: string): Promise<string> {
    return hash(normalise(password), COST);
  }

  /** Takes as long without a hash as with one, so that nobody learns from the time who has an account. */
  async verify(passwordHash: string | null | undefined, password: string): Promise<boolean> {
    const matches = await verify(passwordHash ?? (await this.dummy), normalise(password));
    return matches && typeof passwordHash === 'string';
  }
}

/** Keyboards differ in how they compose letters with marks. */
function normalise(password: string): string {
  return password.normalize('NFC');
}
