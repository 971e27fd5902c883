import type { IncomingHttpHeaders } from 'node:http';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppConfig } from '../config/app-config.js';
import { DomainError } from '../errors/domain-error.js';

/**
 * Whether a request comes from our own pages, or from no page at all: programs send no `Origin`, and
 * browsers never leave it out where it matters. A page of the very host that is asked is ours as well, so
 * that the app also works under the addresses that `PUBLIC_URL` does not name.
 */
export function isOwnOrigin(
  { origin, host }: IncomingHttpHeaders,
  { PUBLIC_URL }: Pick<AppConfig, 'PUBLIC_URL'>,
): boolean {
  if (origin === undefined) {
    return true;
  }
  return URL.canParse(origin) && (origin === new URL(PUBLIC_URL).origin || new URL(origin).host === host);
}

/** For routes that work with cookies, which browsers send along whoever asks for it. */
@Injectable()
export class OwnOriginGuard implements CanActivate {
  constructor(private readonly config: AppConfig) {}

  canActivate(context: ExecutionContext): boolean {
    if (!isOwnOrigin(context.switchToHttp().getRequest<FastifyRequest>().headers, this.config)) {
      throw new DomainError('request.foreign-origin');
    }
    return true;
  }
}
