import { Injectable, Logger } from '@nestjs/common';
import { AppConfig, DomainError, type OidcProvider } from '@parley/api-core';
import {
  allowInsecureRequests,
  type Configuration,
  discovery,
  enableNonRepudiationChecks,
  None,
} from 'openid-client';

/** Seconds that a provider has to answer each request. */
const TIMEOUT = 5;
/** Milliseconds after which a provider is asked anew where its parts are. */
const LIFETIME = 3_600_000;

/** The providers of the settings. None of them is asked for anything before somebody wants to sign in by it. */
@Injectable()
export class OidcClients {
  readonly providers: readonly OidcProvider[];
  private readonly logger = new Logger(OidcClients.name);
  private readonly found = new Map<string, { client: Promise<Configuration>; until: number }>();

  constructor({ OIDC_PROVIDERS }: AppConfig) {
    this.providers = OIDC_PROVIDERS;
  }

  /** @throws DomainError `auth.provider-unknown` */
  require(id: string): OidcProvider {
    const provider = this.providers.find((known) => known.id === id);
    if (!provider) {
      throw new DomainError('auth.provider-unknown');
    }
    return provider;
  }

  /** @throws DomainError `auth.provider-unavailable` */
  async of(provider: OidcProvider): Promise<Configuration> {
    const known = this.found.get(provider.id);
    if (known && known.until > performance.now()) {
      return known.client;
    }
    const client = discover(provider).catch((error: unknown) => {
      this.found.delete(provider.id);
      this.logger.warn(`The provider ${provider.id} cannot be reached: ${String(error)}`);
      throw new DomainError('auth.provider-unavailable', { cause: error });
    });
    this.found.set(provider.id, { client, until: performance.now() + LIFETIME });
    return client;
  }
}

function discover({ issuer, clientId, clientSecret }: OidcProvider): Promise<Configuration> {
  const isLocal = issuer.startsWith('http:'); // The settings take that from this machine only.
  // Signatures are checked although the token comes over TLS: a proxy in between may not be ours.
  const execute = isLocal
    ? [enableNonRepudiationChecks, allowInsecureRequests]
    : [enableNonRepudiationChecks];
  const authentication = clientSecret === undefined ? None() : undefined;
  return discovery(new URL(issuer), clientId, clientSecret, authentication, { execute, timeout: TIMEOUT });
}
