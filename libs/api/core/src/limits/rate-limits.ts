import type { ExecutionContext } from '@nestjs/common';
import { minutes, seconds, type ThrottlerModuleOptions } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';
import type { AppConfig } from '../config/app-config.js';
import type { FixedWindows } from './fixed-windows.js';

/** Requests of one person, or of one address that nobody signed in at, within ten seconds. */
export const REQUESTS_PER_WINDOW = 600;
export const REQUEST_WINDOW = seconds(10);
/** Accounts that one address can make. */
export const REGISTRATIONS = { limit: 50, ttl: minutes(10) };
/** Wrong passwords for one account, or from one address, before all are refused for a while. */
export const WRONG_PASSWORDS = { account: 20, address: 60, ttl: minutes(15) };
/** Mails that one address on the network, and one person, can cause. */
export const CAUSED_MAILS = { address: 30, person: 5, ttl: minutes(15) };

/** One count for all routes together: who spreads requests over many gets no more of them. */
export function rateLimits(
  { RATE_LIMITS }: Pick<AppConfig, 'RATE_LIMITS'>,
  storage: FixedWindows,
): ThrottlerModuleOptions {
  return {
    storage,
    setHeaders: false,
    skipIf: () => RATE_LIMITS === 'off',
    throttlers: [{ limit: REQUESTS_PER_WINDOW, ttl: REQUEST_WINDOW }],
    getTracker: (request) => trackerOf(request as FastifyRequest),
    generateKey: keyOf,
  };
}

function trackerOf({ actor, ip }: FastifyRequest): string {
  return actor ? `user ${actor.userId}` : `address ${ip}`;
}

function keyOf(_: ExecutionContext, tracker: string, name: string): string {
  return `${name} ${tracker}`;
}
