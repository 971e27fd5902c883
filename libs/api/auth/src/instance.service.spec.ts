import { describe, expect, it } from '@jest/globals';
import type { AppConfig } from '@parley/api-core';
import type { Accounts } from '@parley/api-users';
import { InstanceService } from './instance.service.js';

function describeInstance(isNew: boolean, registration: 'open' | 'closed') {
  const accounts: Partial<Accounts> = { areNone: async () => isNew };
  const config: Partial<AppConfig> = { REGISTRATION: registration };
  return new InstanceService(accounts as Accounts, config as AppConfig).describe();
}

describe('InstanceService', () => {
  it.each([
    [true, 'open', false],
    [false, 'closed', true],
  ] as const)('tells whether somebody is there and may come', async (isNew, registration, hasAccounts) => {
    await expect(describeInstance(isNew, registration)).resolves.toMatchObject({ registration, hasAccounts });
  });
});
