import { JobKind } from '@parley/api-core';

/** Something happened to an account that its owner should know, on all of their devices. */
export const accountChanged = new JobKind<{
  userId: string;
  what: 'new-device' | 'password-changed';
  /** What tells two of these apart. */
  occasion: string;
}>('auth.account-changed');
