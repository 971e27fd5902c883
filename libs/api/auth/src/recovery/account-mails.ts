import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppConfig, Jobs } from '@parley/api-core';
import { Mailer } from '@parley/api-mail';
import { type Account, Accounts } from '@parley/api-users';
import {
  accountChangedMail,
  changeEmailMail,
  emailChangedMail,
  forgottenPasswordMail,
  newDeviceMail,
  passwordChangedMail,
  verifyEmailMail,
} from './account-jobs.js';
import { changeWords } from './change-texts.js';
import { mailTexts, type Words } from './mail-texts.js';
import { OneTimeTokens } from './one-time-tokens.js';

/** Writes the mails that the jobs ask for. Who has no account, or not any more, gets none. */
@Injectable()
export class AccountMails implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly accounts: Accounts,
    private readonly tokens: OneTimeTokens,
    private readonly mailer: Mailer,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(verifyEmailMail, async ({ id, payload }) => {
      const account = await this.accounts.find(payload.userId);
      if (account && !account.me.emailVerified) {
        const token = await this.tokens.issue('verify-email', account);
        await this.write(id, account, mailTexts(account.me.locale).verifyEmail, `/verify/${token}`);
      }
    });
    this.jobs.handle(forgottenPasswordMail, async ({ id, payload }) => {
      const account = await this.accounts.findByLogin(payload.email);
      if (account) {
        const token = await this.tokens.issue('reset-password', account);
        await this.write(id, account, mailTexts(account.me.locale).forgottenPassword, `/reset/${token}`);
      }
    });
    this.jobs.handle(passwordChangedMail, async ({ id, payload }) => {
      const account = await this.accounts.find(payload.userId);
      if (account) {
        await this.write(id, account, mailTexts(account.me.locale).passwordChanged, '/forgot');
      }
    });
    this.jobs.handle(newDeviceMail, async ({ id, payload: { userId, ...device } }) => {
      const account = await this.accounts.find(userId);
      if (account) {
        const words = (name: string) => mailTexts(account.me.locale).newDevice(name, device);
        await this.write(id, account, words, '/settings/account');
      }
    });
    this.tellOfChanges();
  }

  private tellOfChanges(): void {
    this.jobs.handle(accountChangedMail, async ({ id, payload: { userId, what } }) => {
      const account = await this.accounts.find(userId);
      if (account) {
        await this.write(id, account, changeWords(account.me.locale, what), '/settings/security');
      }
    });
    this.jobs.handle(changeEmailMail, async ({ id, payload: { userId, email } }) => {
      const account = await this.accounts.find(userId);
      if (account) {
        const token = await this.tokens.issue('change-email', account, email);
        const words = mailTexts(account.me.locale).changeEmail;
        await this.write(id, withAddress(account, email), words, `/verify/${token}`);
      }
    });
    this.jobs.handle(emailChangedMail, async ({ id, payload: { userId, email } }) => {
      const account = await this.accounts.find(userId);
      if (account) {
        const words = changeWords(account.me.locale, 'email-changed');
        await this.write(id, withAddress(account, email), words, '/settings/security');
      }
    });
  }

  private write(id: string, { me }: Account, words: (name: string) => Words, path: string): Promise<void> {
    const { subject, paragraphs, label, footer } = words(me.displayName);
    const action = label ? { label, url: new URL(path, this.config.PUBLIC_URL).href } : undefined;
    const mail = { to: me.email, subject, paragraphs, action, footer, language: me.locale };
    return this.mailer.send(mail, id);
  }
}

/** The same person at an address that is not, or no longer, that of the account. */
function withAddress(account: Account, email: string): Account {
  return { ...account, me: { ...account.me, email } };
}
