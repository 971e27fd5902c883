import { JobKind } from '@parley/api-core';

/** What is mailed with one form of words. */
export type WayChange =
  | 'second-factor-on'
  | 'second-factor-off'
  | 'passkey-added'
  | 'passkey-removed'
  | 'provider-linked'
  | 'provider-unlinked';

/** Something happened to an account that its owner should know, on all of their devices. */
export const accountChanged = new JobKind<{
  userId: string;
  what: 'new-device' | 'password-changed' | 'email-changed' | WayChange;
  /** What tells two of these apart. */
  occasion: string;
}>('auth.account-changed');
