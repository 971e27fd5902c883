import { Injectable } from '@nestjs/common';
import { Algorithm, hash, type Options, verify } from '@node-rs/argon2';

/** What OWASP recommends for argon2id: 19 MiB, two passes, one lane. */
const COST: Options = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

@Injectable()
export class Passwords {
  private readonly dummy = hash('nobody has this password', COST);

  hash(password: string): Promise<string> {
    return hash(normalise(password), COST);
  }

  /** Takes as long without a hash as with one, so that nobody learns from the time who has an account. */
  async verify(passwordHash: string | undefined, password: string): Promise<boolean> {
    const matches = await verify(passwordHash ?? (await this.dummy), normalise(password));
    return matches && passwordHash !== undefined;
  }
}

/** Keyboards differ in how they compose letters with marks. */
function normalise(password: string): string {
  return password.normalize('NFC');
}
