import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiDownload } from '@mdi/js';
import type { FileInfo } from '@parley/contracts';
import { Icon } from '../icon/icon';
import { DISPLAY_LOCALE } from '../time/display-locale';
import { fileIcon } from './file-icon';
import { fileSize } from './file-size';
import { isExpired } from './signed-address';

/** A file that is not shown in place: what it is, how large it is, and a way to have it. */
@Component({
  selector: 'parley-file-card',
  imports: [Icon, TranslocoDirective],
  template: `
    <a
      *transloco="let t; prefix: 'files'"
      [href]="file().url"
      [attr.download]="file().name"
      (click)="check($event)"
    >
      <span class="parley-hidden">{{ t('download') }}&ngsp;</span>
      <span class="icon"><parley-icon [path]="icon()" /></span>
      <span class="words">
        <bdi class="name" [title]="file().name">{{ file().name }}</bdi>&ngsp;
        <span class="size">{{ ending() }}{{ size() }}</span>
      </span>
      <parley-icon class="download" [path]="icons.download" />
    </a>
  `,
  styleUrl: './file-card.css',
})
export class FileCard {
  private readonly locale = inject(DISPLAY_LOCALE);

  readonly file = input.required<FileInfo>();
  readonly expired = output();

  protected readonly icons = { download: mdiDownload };
  protected readonly icon = computed(() => fileIcon(this.file().mime));
  protected readonly size = computed(() => fileSize(this.file().size, this.locale()));
  protected readonly ending = computed(() => {
    const ending = /\.([a-z0-9]{1,5})$/i.exec(this.file().name)?.[1];
    return ending ? `${ending.toUpperCase()} · ` : '';
  });

  /** The next press finds a fresh address. */
  protected check(event: Event): void {
    if (isExpired(this.file().url)) {
      event.preventDefault();
      this.expired.emit();
    }
  }
}
