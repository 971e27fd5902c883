import { Injectable } from '@nestjs/common';
import { AppConfig } from '@parley/api-core';
import { Accounts } from '@parley/api-users';
import type { Instance } from '@parley/contracts';

const NAME = 'Parley';
const VERSION = '0.1.0';

@Injectable()
export class InstanceService {
  constructor(
    private readonly accounts: Accounts,
    private readonly config: AppConfig,
  ) {}

  async describe(): Promise<Instance> {
    return {
      name: NAME,
      version: VERSION,
      registration: this.config.REGISTRATION,
      hasAccounts: !(await this.accounts.areNone()),
    };
  }
}
