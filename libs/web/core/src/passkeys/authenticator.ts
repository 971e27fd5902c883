import { Service } from '@angular/core';
import type {
  AddPasskey,
  PasskeyProof,
  PasskeyQuestion,
  PasskeyTransport,
  PasskeyWish,
} from '@parley/contracts';
import { passkeyTransports } from '@parley/contracts/constants';

/** Why there is no passkey: the person did not want to, the device has one already, or it does not work here. */
export class PasskeyFailure extends Error {
  constructor(
    readonly reason: 'cancelled' | 'known' | 'failed',
    cause: unknown,
  ) {
    super(`No passkey: ${reason}`, { cause });
  }
}

/** Milliseconds that a person may take. */
const TIMEOUT = 120_000;

/** The passkeys of this browser and of the devices around it. */
@Service()
export class Authenticator {
  /** Not without https, and not under a bare address. */
  isAvailable(): boolean {
    return 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(location.hostname);
  }

  /** Whether the browser offers passkeys where one types the user name. */
  async hasAutofill(): Promise<boolean> {
    const { browserSupportsWebAuthnAutofill } = await import('@simplewebauthn/browser');
    return this.isAvailable() && (await browserSupportsWebAuthnAutofill());
  }

  /** @throws PasskeyFailure */
  async make(wish: PasskeyWish, name: string): Promise<AddPasskey> {
    const { startRegistration } = await import('@simplewebauthn/browser');
    const made = await orFailure(startRegistration({ optionsJSON: creationOf(wish) }));
    const { clientDataJSON, attestationObject, transports = [] } = made.response;
    const known = transports.filter((one): one is PasskeyTransport =>
      passkeyTransports.some((transport) => transport === one),
    );
    const { id } = made;
    return { id, name, clientDataJSON, attestationObject, ...(known.length > 0 && { transports: known }) };
  }

  /**
   * @param isAutofill to wait until the person picks one in the field of the user name, however long that takes
   * @throws PasskeyFailure
   */
  async show({ challenge, rpId }: PasskeyQuestion, isAutofill = false): Promise<PasskeyProof> {
    const { startAuthentication } = await import('@simplewebauthn/browser');
    const optionsJSON = { challenge, rpId, userVerification: 'required', timeout: TIMEOUT } as const;
    const { id, response } = await orFailure(
      startAuthentication({ optionsJSON, useBrowserAutofill: isAutofill }),
    );
    const { clientDataJSON, authenticatorData, signature, userHandle } = response;
    return { id, clientDataJSON, authenticatorData, signature, ...(userHandle && { userHandle }) };
  }

  /** Ends what waits for the person. */
  async cancel(): Promise<void> {
    const { WebAuthnAbortService } = await import('@simplewebauthn/browser');
    WebAuthnAbortService.cancelCeremony();
  }
}

function creationOf({ challenge, rpId, rpName, ...wish }: PasskeyWish) {
  return {
    challenge,
    rp: { id: rpId, name: rpName },
    user: { id: wish.userHandle, name: wish.username, displayName: wish.displayName },
    pubKeyCredParams: wish.algorithms.map((alg) => ({ type: 'public-key' as const, alg })),
    excludeCredentials: wish.knownIds.map((id) => ({ type: 'public-key' as const, id })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
    timeout: TIMEOUT,
  } as const;
}

async function orFailure<T>(ceremony: Promise<T>): Promise<T> {
  try {
    return await ceremony;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    const isCancelled = name === 'NotAllowedError' || name === 'AbortError';
    throw new PasskeyFailure(
      isCancelled ? 'cancelled' : name === 'InvalidStateError' ? 'known' : 'failed',
      error,
    );
  }
}
