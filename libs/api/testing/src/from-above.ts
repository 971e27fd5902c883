import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { ActiveSessions } from '@parley/api-core';

@Module({})
class FromAbove {}

/** Stands for the features above the one under test, which provide what it and the core ask for. */
export function fromAbove(...providers: Provider[]): DynamicModule {
  const everySessionIsOpen: ActiveSessions = { requireActive: async () => undefined };
  const all = [...providers, { provide: ActiveSessions, useValue: everySessionIsOpen }];
  return { module: FromAbove, global: true, providers: all, exports: all };
}
