import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { callsIn, limits } from '@parley/contracts/constants';
import { Confirm } from '@parley/web-ui';
import { RoomRights } from '../room/room-rights';

/** Asks before a message that calls many people. */
@Service({ autoProvided: false })
export class EverybodyQuestion {
  private readonly confirm = inject(Confirm);
  private readonly rights = inject(RoomRights);
  private readonly transloco = inject(TranslocoService);

  /** How many others a text calls, when that is worth a question; otherwise 0. */
  countIn(text: string): number {
    const others = (this.rights.room()?.memberCount ?? 1) - 1;
    const isCall = callsIn(text).everybody && this.rights.mayCallEverybody();
    return isCall && others >= limits.mentions.warned ? others : 0;
  }

  ask(count: number): Promise<boolean> {
    const translate = (key: string): string => this.transloco.translate(`chat.everybody.${key}`, { count });
    return this.confirm.ask({
      title: translate('title'),
      text: translate('text'),
      action: translate('action'),
    });
  }
}
