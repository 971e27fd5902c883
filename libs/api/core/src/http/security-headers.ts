import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppConfig } from '../config/app-config.js';

const NONE = "'none'";
const SELF = "'self'";

/** For whatever is no page of the client: the API, and the page that explains it. */
const apiPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: [SELF],
    scriptSrcAttr: [NONE],
    styleSrc: [SELF, "'unsafe-inline'"],
    imgSrc: [SELF, 'data:'],
    objectSrc: [NONE],
    baseUri: [NONE],
    formAction: [NONE],
    frameAncestors: [NONE],
  },
};

/** On every answer. What a page of the client may load is said with the page alone: `pagePolicy`. */
export async function registerSecurityHeaders(app: NestFastifyApplication): Promise<void> {
  const isSecure = app.get(AppConfig).PUBLIC_URL.startsWith('https:');
  await app.register(helmet, {
    contentSecurityPolicy: apiPolicy,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
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
    // Blobs are of this page: cutting a picture reads the one that was chosen.
    "connect-src 'self' blob:",
    // Recordings are listened to before they are sent, and videos seen.
    "media-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
