import { Injectable } from '@nestjs/common';
import {
  AppConfig,
  CAUSED_MAILS,
  DomainError,
  FixedWindows,
  REGISTRATIONS,
  WRONG_PASSWORDS,
} from '@parley/api-core';

/** Counts what somebody who guesses would have to do often. Signing in rightly is never counted. */
@Injectable()
export class SignInLimits {
  private readonly windows = new FixedWindows();
  private readonly isOff: boolean;

  constructor({ RATE_LIMITS }: AppConfig) {
    this.isOff = RATE_LIMITS === 'off';
  }

  /** @throws DomainError `request.rate-limited` */
  async countRegistration(ip: string): Promise<void> {
    const { limit, ttl } = REGISTRATIONS;
    const { isBlocked, timeToBlockExpire } = await this.windows.increment(`registration ${ip}`, ttl, limit);
    this.refuseIf(isBlocked, timeToBlockExpire);
  }

  /** @throws DomainError `request.rate-limited` */
  assertMayTry(login: string, ip: string): void {
    for (const { key, limit } of keysOf(login, ip)) {
      const { isBlocked, timeToBlockExpire } = this.windows.peek(key, WRONG_PASSWORDS.ttl, limit);
      this.refuseIf(isBlocked, timeToBlockExpire);
    }
  }

  async countWrongPassword(login: string, ip: string): Promise<void> {
    for (const { key, limit } of keysOf(login, ip)) {
      await this.windows.increment(key, WRONG_PASSWORDS.ttl, limit);
    }
  }

  /** @throws DomainError `request.rate-limited` for who lets us write one mail after the other */
  async countMailsOf(ip: string): Promise<void> {
    const { address, ttl } = CAUSED_MAILS;
    const { isBlocked, timeToBlockExpire } = await this.windows.increment(`mails by ${ip}`, ttl, address);
    this.refuseIf(isBlocked, timeToBlockExpire);
  }

  /** Whether somebody may get one more mail now: nobody's mailbox is filled by others. */
  async mayGetMail(email: string): Promise<boolean> {
    const { person, ttl } = CAUSED_MAILS;
    const { isBlocked } = await this.windows.increment(`mails to ${email}`, ttl, person);
    return this.isOff || !isBlocked;
  }

  private refuseIf(isBlocked: boolean, seconds: number): void {
    if (isBlocked && !this.isOff) {
      throw new DomainError('request.rate-limited', { retryAfterMs: seconds * 1_000 });
    }
  }
}

function keysOf(login: string, ip: string): { key: string; limit: number }[] {
  return [
    { key: `account ${login}`, limit: WRONG_PASSWORDS.account },
    { key: `address ${ip}`, limit: WRONG_PASSWORDS.address },
  ];
}
