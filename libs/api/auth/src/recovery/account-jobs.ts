import { JobKind } from '@parley/api-core';

/** Mails to people about their account. What is secret in them is made when they are sent. */
export const verifyEmailMail = new JobKind<{ userId: string }>('mail.verify-email');
/** Also for addresses that nobody has: whoever asks must not learn which these are. */
export const forgottenPasswordMail = new JobKind<{ email: string }>('mail.forgotten-password');
export const passwordChangedMail = new JobKind<{ userId: string }>('mail.password-changed');
/** Somebody signed in with a program that this account was never used with. */
export const newDeviceMail = new JobKind<{ userId: string; userAgent: string; ip: string; at: string }>(
  'mail.new-device',
);
