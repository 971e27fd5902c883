import { Component, computed, inject, input } from '@angular/core';
import type { Message } from '@parley/contracts';
import { FileList } from '@parley/web-ui';
import { FileLinks } from './file-links';

/** What was sent with a message. */
@Component({
  selector: 'parley-message-files',
  imports: [FileList],
  template: `<parley-file-list [files]="files()" (expired)="links.renew(message())" />`,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class MessageFiles {
  protected readonly links = inject(FileLinks);

  readonly message = input.required<Pick<Message, 'files' | 'roomId' | 'seq'>>();

  protected readonly files = computed(() => this.links.of(this.message().files));
}
