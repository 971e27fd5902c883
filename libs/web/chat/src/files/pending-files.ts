import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { StoredAttachment } from '@parley/web-core';
import { columnsFor, frameOf, LocalPicture, sorted } from '@parley/web-ui';
import { AttachmentItem } from '../attachments/attachment-item';
import { Attachments } from '../attachments/attachments';

/** The files of a message that is on its way, where they will be when it has arrived. */
@Component({
  selector: 'parley-pending-files',
  imports: [AttachmentItem, LocalPicture, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.attach'">
      @if (groups().seen.length > 0) {
        <div
          class="pictures"
          [style.inline-size.px]="frame()?.width"
          [style.--columns]="frame() ? 1 : columns()"
          [style.--ratio]="frame() ? frame()?.width + ' / ' + frame()?.height : '1'"
        >
          @for (file of groups().seen; track file.id) {
            <div class="picture">
              <parley-local-picture [bytes]="file.bytes" [isVideo]="file.mime.startsWith('video/')" />
              @if (!file.file) {
                <progress
                  max="100"
                  [value]="percent(file)"
                  [attr.aria-label]="t('uploading', { name: file.name })"
                ></progress>
              }
            </div>
          }
        </div>
      }
      @for (file of others(); track file.id) {
        <parley-attachment-item [file]="file" [isFixed]="true" />
      }
    </ng-container>
  `,
  styleUrl: './pending-files.css',
})
export class PendingFiles {
  private readonly attachments = inject(Attachments);

  readonly files = input.required<readonly StoredAttachment[]>();

  protected readonly groups = computed(() => sorted(this.files()));
  protected readonly others = computed(() => [...this.groups().heard, ...this.groups().others]);
  protected readonly columns = computed(() => columnsFor(this.groups().seen.length));
  /** Of a picture alone. */
  protected readonly frame = computed(() => {
    const [first, ...others] = this.groups().seen;
    return first && others.length === 0 ? frameOf(first) : null;
  });

  protected percent({ id }: StoredAttachment): number {
    return Math.round((this.attachments.passageOf(id).progress ?? 0) * 100);
  }
}
