import { Injectable } from '@nestjs/common';
import { Jobs, Transactions } from '@parley/api-core';
import type { ForgotPassword } from '@parley/contracts';
import type { Client } from '../sessions.service.js';
import { SignInLimits } from '../sign-in-limits.js';
import { forgottenPasswordMail } from './account-jobs.js';

@Injectable()
export class ForgottenPasswordsService {
  constructor(
    private readonly jobs: Jobs,
    private readonly limits: SignInLimits,
    private readonly transactions: Transactions,
  ) {}

  /**
   * Does the same for every address: whether somebody has it is found out by the job, when the answer has gone.
   * @throws DomainError `request.rate-limited`, by the address on the network alone
   */
  async forgot({ email }: ForgotPassword, { ip }: Client): Promise<void> {
    await this.limits.countMailsOf(ip);
    if (await this.limits.mayGetMail(email)) {
      await this.transactions.run(() => this.jobs.add(forgottenPasswordMail, { email }, email));
    }
  }
}
