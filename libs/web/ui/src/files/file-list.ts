import { Component, computed, input, output } from '@angular/core';
import type { FileInfo } from '@parley/contracts';
import { AudioPlayer } from './audio-player';
import { FileCard } from './file-card';
import { FileGallery } from './file-gallery';
import { sorted } from './file-sorts';

/** The files of a message or post: pictures to be seen, recordings to be heard, and the rest to be had. */
@Component({
  selector: 'parley-file-list',
  imports: [AudioPlayer, FileCard, FileGallery],
  template: `
    @if (groups().seen; as seen) {
      @if (seen.length > 0) {
        <parley-file-gallery [files]="seen" (expired)="expired.emit()" />
      }
    }
    @for (file of groups().heard; track file.id) {
      <parley-audio-player [file]="file" (expired)="expired.emit()" />
    }
    @for (file of groups().others; track file.id) {
      <parley-file-card [file]="file" (expired)="expired.emit()" />
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 6px;
      padding-block: 4px 2px;
    }
  `,
})
export class FileList {
  readonly files = input.required<readonly FileInfo[]>();
  /** Their addresses are good for nothing any more: whoever shows them gives fresh ones. */
  readonly expired = output();

  protected readonly groups = computed(() => sorted(this.files()));
}
