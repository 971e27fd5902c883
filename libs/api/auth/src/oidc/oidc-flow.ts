import { CookieKind } from '../signed-cookies.js';

/** Why somebody is sent to a provider. */
export type OidcPurpose =
  | { kind: 'sign-in'; returnUrl: string; invite?: string }
  /** `link`: to come in by it from now on; `prove`: to show once more who one is. */
  | { kind: 'link' | 'prove'; userId: string; sessionId: string };

/** What we must know again when somebody comes back from a provider, and nobody else may know. */
export interface OidcFlow {
  provider: string;
  purpose: OidcPurpose;
  state: string;
  nonce: string;
  /** Of PKCE. */
  verifier: string;
}

/** Lax, because it is the provider's page that leads back. */
export const OIDC_FLOW = new CookieKind<OidcFlow>('oidc', 600, true);

/** Whom a provider has signed in who still owes the second factor. */
export interface HalfSignedIn {
  userId: string;
}

export const HALF_SIGNED_IN = new CookieKind<HalfSignedIn>('second-step', 300);
