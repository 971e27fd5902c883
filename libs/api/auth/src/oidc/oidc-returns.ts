import { Injectable, Logger } from '@nestjs/common';
import { DomainError, toDomainError } from '@parley/api-core';
import type { SignInByProvider } from '@parley/contracts';
import type { Client, SignedIn } from '../sessions.service.js';
import type { HalfSignedIn, OidcFlow } from './oidc-flow.js';
import { OidcService } from './oidc.service.js';

/** Where a browser goes next, and what it takes along. */
export interface NextStop {
  location: string;
  flow?: OidcFlow;
  signedIn?: SignedIn;
  half?: HalfSignedIn;
}

const SETTINGS = '/settings/security';

/** It is the browser itself that comes and goes here: whatever fails becomes a page of the app that says so. */
@Injectable()
export class OidcReturns {
  private readonly logger = new Logger(OidcReturns.name);

  constructor(private readonly oidc: OidcService) {}

  async depart(provider: string, wish: SignInByProvider): Promise<NextStop> {
    try {
      const { flow, url } = await this.oidc.begin(provider, wish);
      return { location: url, flow };
    } catch (error) {
      return this.failed(error, '/login', wish.returnUrl);
    }
  }

  /** @param flow what the browser has kept; undefined when it did not begin here, or too long ago */
  async arrive(
    provider: string,
    flow: OidcFlow | undefined,
    search: string,
    client: Client,
  ): Promise<NextStop> {
    const { page, returnUrl } = pageOf(flow);
    try {
      if (flow?.provider !== provider) {
        throw new DomainError('auth.sign-in-expired');
      }
      const outcome = await this.oidc.finish(flow, search, client);
      switch (outcome.kind) {
        case 'signed-in':
          return { location: returnUrl ?? '/', signedIn: outcome.signedIn };
        case 'second-factor':
          return { location: addressOf('/login', { step: 'code', returnUrl }), half: outcome.half };
        default:
          return { location: addressOf(SETTINGS, { done: outcome.kind }) };
      }
    } catch (error) {
      return this.failed(error, page, returnUrl);
    }
  }

  private failed(error: unknown, page: string, returnUrl: string | undefined): NextStop {
    const { code, cause } = toDomainError(error);
    if (code === 'internal') {
      this.logger.error(cause);
    }
    return { location: addressOf(page, { problem: code, returnUrl }) };
  }
}

/** Where somebody is told what has come of it. */
function pageOf(flow: OidcFlow | undefined): { page: string; returnUrl?: string } {
  if (flow === undefined) {
    return { page: '/login' };
  }
  const { purpose } = flow;
  return purpose.kind === 'sign-in' ? { page: '/login', returnUrl: purpose.returnUrl } : { page: SETTINGS };
}

function addressOf(page: string, query: Record<string, string | undefined>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `${page}?${new URLSearchParams(given).toString()}`;
}
