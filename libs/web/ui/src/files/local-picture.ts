import { Component, effect, input, signal } from '@angular/core';

/** A picture that is on this device and nowhere else yet. */
@Component({
  selector: 'parley-local-picture',
  template: `
    @if (isVideo()) {
      <video muted preload="metadata" [src]="url()"></video>
    } @else if (url()) {
      <img alt="" [src]="url()" />
    }
  `,
  styles: `
    :host {
      display: block;
      inline-size: 100%;
      block-size: 100%;
    }
    img,
    video {
      display: block;
      inline-size: 100%;
      block-size: 100%;
      object-fit: cover;
    }
  `,
})
export class LocalPicture {
  readonly bytes = input.required<Blob>();
  readonly isVideo = input(false);

  protected readonly url = signal('');

  constructor() {
    effect((onCleanup) => {
      const url = URL.createObjectURL(this.bytes());
      this.url.set(url);
      onCleanup(() => URL.revokeObjectURL(url));
    });
  }
}
