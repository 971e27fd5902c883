import { Component, computed, effect, input, linkedSignal, output } from '@angular/core';
import { mdiImageBrokenVariant, mdiPlay } from '@mdi/js';
import type { FileInfo } from '@parley/contracts';
import { Icon } from '../icon/icon';
import { sortOf } from './file-sorts';
import { isExpired } from './signed-address';
import { thumbhashPicture } from './thumbhash-picture';

/** A picture, or the beginning of a video, that fills the room it is given. */
@Component({
  selector: 'parley-picture-tile',
  imports: [Icon],
  template: `
    @if (blur(); as url) {
      <img class="blur" alt="" [src]="url" />
    }
    @if (isBroken()) {
      <parley-icon [path]="icons.broken" />
    } @else if (isVideo()) {
      <video muted preload="metadata" tabindex="-1" [src]="address() + '#t=0.1'" (error)="fail()"></video>
      <span class="play"><parley-icon [path]="icons.play" /></span>
    } @else {
      <img
        decoding="async"
        draggable="false"
        [alt]="file().description ?? file().name"
        [src]="address()"
        [class.there]="isThere()"
        (load)="isThere.set(true)"
        (error)="fail()"
      />
    }
  `,
  styleUrl: './picture-tile.css',
})
export class PictureTile {
  readonly file = input.required<FileInfo>();
  /** Its addresses are good for nothing any more: whoever shows it gives a fresh one. */
  readonly expired = output();

  protected readonly icons = { broken: mdiImageBrokenVariant, play: mdiPlay };
  protected readonly isVideo = computed(() => sortOf(this.file()) === 'video');
  /** Small pictures that move are moving only at full size. */
  protected readonly address = computed(() => {
    const { mime, url, previewUrl } = this.file();
    return mime === 'image/gif' ? url : (previewUrl ?? url);
  });
  protected readonly blur = computed(() => thumbhashPicture(this.file().thumbhash));
  protected readonly isThere = linkedSignal({ source: () => this.file().id, computation: () => false });
  protected readonly isBroken = linkedSignal({ source: this.address, computation: () => false });

  constructor() {
    effect(() => {
      if (isExpired(this.address())) {
        this.expired.emit();
      }
    });
  }

  protected fail(): void {
    this.isBroken.set(true);
    if (isExpired(this.address())) {
      this.expired.emit();
    }
  }
}
