import { Injectable, Logger } from '@nestjs/common';
import { AppConfig, DomainError } from '@parley/api-core';
import type { AddPasskey, PasskeyProof } from '@parley/contracts';
import {
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import type { PasskeyEntity } from './passkey.entity.js';

/** COSE numbers: ECDSA with P-256, Ed25519, RSA. */
export const ALGORITHMS = [-7, -8, -257];

/** What a device has said of the passkey that it made. */
export interface MadePasskey {
  credential: WebAuthnCredential;
  synced: boolean;
}

/** Checks what authenticators sign (WebAuthn). They sign for which site, and we are one site: that of `PUBLIC_URL`. */
@Injectable()
export class RelyingParty {
  readonly id: string;
  private readonly origin: string;
  private readonly logger = new Logger(RelyingParty.name);

  constructor({ PUBLIC_URL }: AppConfig) {
    const { hostname, origin } = new URL(PUBLIC_URL);
    this.id = hostname;
    this.origin = origin;
  }

  /** @throws DomainError `auth.passkey-invalid` */
  async checkNew({ id, clientDataJSON, attestationObject }: AddPasskey): Promise<MadePasskey> {
    const { verified, registrationInfo } = await this.check(() =>
      verifyRegistrationResponse({
        ...this.expected(challengeOf(clientDataJSON)),
        supportedAlgorithmIDs: ALGORITHMS,
        response: { ...credentialOf(id), response: { clientDataJSON, attestationObject } },
      }),
    );
    if (!verified) {
      throw new DomainError('auth.passkey-invalid');
    }
    const { credential, credentialBackedUp: synced } = registrationInfo;
    return { credential, synced };
  }

  /** @returns how often the device has used it. @throws DomainError `auth.passkey-invalid` */
  async checkShown({ id, ...response }: PasskeyProof, known: PasskeyEntity): Promise<number> {
    const { credentialId, publicKey, counter } = known;
    const { verified, authenticationInfo } = await this.check(() =>
      verifyAuthenticationResponse({
        ...this.expected(challengeOf(response.clientDataJSON)),
        credential: { id: credentialId, publicKey: new Uint8Array(publicKey), counter },
        response: { ...credentialOf(id), response },
      }),
    );
    if (!verified) {
      throw new DomainError('auth.passkey-invalid');
    }
    return authenticationInfo.newCounter;
  }

  private expected(expectedChallenge: string) {
    const site = { expectedOrigin: this.origin, expectedRPID: this.id };
    return { ...site, expectedChallenge, requireUserVerification: true };
  }

  /** The library throws for everything that is wrong, with words that are for us alone. */
  private async check<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.logger.warn(`A passkey was refused: ${String(error)}`);
      throw new DomainError('auth.passkey-invalid', { cause: error });
    }
  }
}

/** The question that was answered; whether it was ever asked is for others to know. */
export function challengeOf(clientDataJSON: string): string {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8'));
    const isObject = typeof data === 'object' && data !== null && 'challenge' in data;
    return isObject && typeof data.challenge === 'string' ? data.challenge : '';
  } catch {
    // Not JSON: then it answers nothing.
    return '';
  }
}

function credentialOf(id: string) {
  return { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const;
}
