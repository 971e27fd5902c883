import { JobKind } from '@parley/api-core';
import type { WayChange } from '../security-jobs.js';

/** Mails to people about their account. What is secret in them is made when they are sent. */
export const verifyEmailMail = new JobKind<{ userId: string }>('mail.verify-email');
/** Also for addresses that nobody has: whoever asks must not learn which these are. */
export const forgottenPasswordMail = new JobKind<{ email: string }>('mail.forgotten-password');
export const passwordChangedMail = new JobKind<{ userId: string }>('mail.password-changed');
/** Somebody signed in with a program that this account was never used with. */
export const newDeviceMail = new JobKind<{ userId: string; userAgent: string; ip: string; at: string }>(
  'mail.new-device',
);
/** Somebody has changed how one comes into the account. */
export const accountChangedMail = new JobKind<{ userId: string; what: WayChange }>('mail.account-changed');
/** To the address that somebody wants to have instead. */
export const changeEmailMail = new JobKind<{ userId: string; email: string }>('mail.change-email');
/** To the address that somebody had until now. */
export const emailChangedMail = new JobKind<{ userId: string; email: string }>('mail.email-changed');
