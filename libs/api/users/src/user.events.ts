import type { Me } from '@parley/contracts';

/** A person has changed what they show of themselves, or their settings. */
export class AccountChanged {
  constructor(readonly me: Me) {}
}
