import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { FileInfo } from '@parley/contracts';
import { Lightbox } from '../lightbox/lightbox';
import { sortOf } from './file-sorts';
import { columnsFor, frameOf } from './picture-frame';
import { PictureTile } from './picture-tile';
import { isExpired } from './signed-address';

/** Pictures and videos of one message or post. Its size is known before any of them is there. */
@Component({
  selector: 'parley-file-gallery',
  imports: [PictureTile, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'files'">
      @if (player(); as video) {
        <video
          controls
          playsinline
          preload="metadata"
          [attr.aria-label]="video.name"
          [src]="isStale(video) ? null : video.url"
          [style.inline-size.px]="frame().width"
          [style.aspect-ratio]="frame().width + ' / ' + frame().height"
          (error)="expired.emit()"
        ></video>
      } @else {
        <div
          class="pictures"
          [class.alone]="files().length === 1"
          [style.inline-size.px]="files().length === 1 ? frame().width : null"
          [style.--columns]="columns()"
          [style.--ratio]="files().length === 1 ? frame().width + ' / ' + frame().height : '1'"
        >
          @for (file of files(); track file.id) {
            <button
              type="button"
              [attr.aria-label]="
                t(isVideo(file) ? 'openVideo' : 'openPicture', { name: file.description ?? file.name })
              "
              (click)="open($index, $event)"
            >
              <parley-picture-tile [file]="file" (expired)="expired.emit()" />
            </button>
          }
        </div>
      }
    </ng-container>
  `,
  styleUrl: './file-gallery.css',
})
export class FileGallery {
  private readonly lightbox = inject(Lightbox);

  readonly files = input.required<readonly FileInfo[]>();
  readonly expired = output();

  /** A video alone is played where it is. */
  protected readonly player = computed(() => {
    const [first, ...others] = this.files();
    return first && others.length === 0 && this.isVideo(first) ? first : null;
  });
  protected readonly frame = computed(() => {
    const [first] = this.files();
    return first ? frameOf(first) : { width: 0, height: 0 };
  });
  protected readonly columns = computed(() => columnsFor(this.files().length));

  protected isVideo(file: FileInfo): boolean {
    return sortOf(file) === 'video';
  }

  protected isStale({ url }: FileInfo): boolean {
    return isExpired(url);
  }

  protected open(index: number, { currentTarget }: Event): void {
    const origin = currentTarget instanceof HTMLElement ? currentTarget : undefined;
    void this.lightbox.open({ files: this.files, index, origin });
  }
}
