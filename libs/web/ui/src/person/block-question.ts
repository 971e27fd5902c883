import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Confirm } from '../dialogs/confirm';

/** Says what a block does before somebody is blocked. */
@Service()
export class BlockQuestion {
  private readonly confirm = inject(Confirm);
  private readonly texts = inject(TranslocoService);

  ask(name: string): Promise<boolean> {
    return this.confirm.ask({
      title: this.texts.translate('blocks.title', { name }),
      text: this.texts.translate('blocks.text'),
      action: this.texts.translate('blocks.block'),
      isDestructive: true,
    });
  }
}
