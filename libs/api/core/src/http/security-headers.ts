import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppConfig } from '../config/app-config.js';

/** On every answer. What a page may load is said with the page alone: `pagePolicy`. */
export async function registerSecurityHeaders(app: NestFastifyApplication): Promise<void> {
  const isSecure = app.get(AppConfig).PUBLIC_URL.startsWith('https:');
  await app.register(helmet, {
    contentSecurityPolicy: false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    // A browser that was once told so refuses plain http for a year, which only https may ask for.
    hsts: isSecure && { maxAge: 365 * 24 * 60 * 60 },
  });
}

/**
 * The `Content-Security-Policy` of a page whose styles carry this nonce: scripts come from files of this server,
 * never from the page itself.
 */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
