import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accountChanged } from '@parley/api-auth';
import { Jobs } from '@parley/api-core';
import { NotificationMaking } from '../making/notification-making.js';

/** What happens to accounts. */
@Injectable()
export class AccountCauses implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly making: NotificationMaking,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(accountChanged, ({ payload: { userId, what, occasion } }) =>
      this.making.makeWanted([
        { userId, kind: 'security', text: what, dedupeKey: `${what} ${userId} ${occasion}` },
      ]),
    );
  }
}
