import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { ActiveSessions, DomainError, PersonalTokens, UnreadNotificationCounts } from '@parley/api-core';

@Module({})
class FromAbove {}

/** Stands for the features above the one under test, which provide what it and the core ask for. */
export function fromAbove(...providers: Provider[]): DynamicModule {
  const everySessionIsOpen: ActiveSessions = { requireActive: async () => undefined };
  const noTokens: PersonalTokens = { verify: () => Promise.reject(new DomainError('auth.token-invalid')) };
  const nothingIsNew: UnreadNotificationCounts = { of: () => Promise.resolve(0) };
  const all = [
    ...providers,
    { provide: ActiveSessions, useValue: everySessionIsOpen },
    { provide: PersonalTokens, useValue: noTokens },
    { provide: UnreadNotificationCounts, useValue: nothingIsNew },
  ];
  return { module: FromAbove, global: true, providers: all, exports: all };
}
