import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppConfig, Jobs } from '@parley/api-core';
import { Mailer } from '@parley/api-mail';
import { type Account, Accounts } from '@parley/api-users';
import {
  forgottenPasswordMail,
  newDeviceMail,
  passwordChangedMail,
  verifyEmailMail,
} from './account-jobs.js';
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
  }

  private write(id: string, { me }: Account, words: (name: string) => Words, path: string): Promise<void> {
    const { subject, paragraphs, label, footer } = words(me.displayName);
    const action = label ? { label, url: new URL(path, this.config.PUBLIC_URL).href } : undefined;
    const mail = { to: me.email, subject, paragraphs, action, footer, language: me.locale };
    return this.mailer.send(mail, id);
  }
}
