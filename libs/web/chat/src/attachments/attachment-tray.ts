import { Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { StoredAttachment } from '@parley/web-core';
import { Attachments } from './attachments';
import { AttachmentItem } from './attachment-item';

/** What goes with the message that is being written. */
@Component({
  selector: 'parley-attachment-tray',
  imports: [AttachmentItem, TranslocoDirective],
  template: `
    <ul *transloco="let t; prefix: 'chat.attach'" [attr.aria-label]="t('tray')">
      @for (file of files(); track file.id) {
        <li><parley-attachment-item [file]="file" (removed)="attachments.remove(file.id)" /></li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      max-block-size: min(212px, 30dvh);
      margin: 0;
      padding: 10px 12px 4px;
      overflow-y: auto;
      list-style: none;
    }
    li {
      flex: 0 1 240px;
      min-inline-size: min(200px, 100%);
    }
    @media (width < 600px) {
      li {
        flex-grow: 1;
      }
    }
  `,
})
export class AttachmentTray {
  protected readonly attachments = inject(Attachments);

  readonly files = input.required<readonly StoredAttachment[]>();
}
