import type { FastifyRequest } from 'fastify';
import type { Client } from './sessions.service.js';

const LONGEST_USER_AGENT = 300;

/** What people see in the list of their sessions. */
export function clientOf({ headers, ip }: FastifyRequest): Client {
  return { userAgent: (headers['user-agent'] ?? '').slice(0, LONGEST_USER_AGENT), ip };
}

export function bearerTokenOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
}
