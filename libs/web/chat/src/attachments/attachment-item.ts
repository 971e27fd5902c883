import { Component, computed, inject, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiClose, mdiReload } from '@mdi/js';
import { limits } from '@parley/contracts/constants';
import { ErrorTexts, Locale, ProblemError, type StoredAttachment } from '@parley/web-core';
import { fileIcon, fileSize, Icon, isVoiceMessage, LocalPicture, sortOf } from '@parley/web-ui';
import { Attachments } from './attachments';

/** A file on its way: what it is, how far it is, and what can be done about it. */
@Component({
  selector: 'parley-attachment-item',
  imports: [Icon, LocalPicture, MatIconButton, TranslocoDirective],
  templateUrl: './attachment-item.html',
  styleUrl: './attachment-item.css',
})
export class AttachmentItem {
  private readonly errors = inject(ErrorTexts);
  private readonly locale = inject(Locale);
  protected readonly attachments = inject(Attachments);

  readonly file = input.required<StoredAttachment>();
  /** It can be taken away with its message only. */
  readonly isFixed = input(false);
  readonly removed = output();

  protected readonly icons = { remove: mdiClose, retry: mdiReload };
  protected readonly icon = computed(() => fileIcon(this.isVoice() ? 'audio/' : this.file().mime));
  protected readonly isVoice = computed(() => isVoiceMessage(this.file()));
  protected readonly isPicture = computed(() => ['picture', 'video'].includes(sortOf(this.file())));
  protected readonly size = computed(() => fileSize(this.file().size, this.locale.tag()));
  protected readonly most = computed(() => fileSize(limits.file.bytes, this.locale.tag()));
  protected readonly passage = computed(() => this.attachments.passageOf(this.file().id));
  protected readonly percent = computed(() => Math.round((this.passage().progress ?? 0) * 100));
  protected readonly isLasting = computed(() => !this.attachments.isFleeting(this.file().id));
  protected readonly isTooLarge = computed(() => this.file().size > limits.file.bytes);
  /** Why the server did not take it, or cannot be told now. */
  protected readonly reason = computed(() => {
    const { problem } = this.file();
    const reason = problem ? new ProblemError(problem) : this.passage().trouble;
    return reason ? this.errors.of(reason) : '';
  });
}
