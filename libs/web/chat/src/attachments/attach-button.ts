import { Component, inject, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiCameraOutline, mdiFileOutline, mdiImageMultipleOutline, mdiPaperclip } from '@mdi/js';
import { Icon } from '@parley/web-ui';
import { TouchDevice } from './touch-device';

/** Chooses files: on a computer any, on a phone from the gallery, the camera or the files. */
@Component({
  selector: 'parley-attach-button',
  imports: [Icon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, MatTooltip, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.attach'">
      @if (device.isTouched) {
        <button matIconButton type="button" [matMenuTriggerFor]="menu" [attr.aria-label]="t('label')">
          <parley-icon [path]="icons.attach" />
        </button>
        <mat-menu #menu="matMenu">
          <button mat-menu-item type="button" (click)="gallery.click()">
            <parley-icon [path]="icons.gallery" /> {{ t('gallery') }}
          </button>
          <button mat-menu-item type="button" (click)="camera.click()">
            <parley-icon [path]="icons.camera" /> {{ t('camera') }}
          </button>
          <button mat-menu-item type="button" (click)="any.click()">
            <parley-icon [path]="icons.file" /> {{ t('file') }}
          </button>
        </mat-menu>
      } @else {
        <button
          matIconButton
          type="button"
          [attr.aria-label]="t('label')"
          [matTooltip]="t('label')"
          (click)="any.click()"
        >
          <parley-icon [path]="icons.attach" />
        </button>
      }
      <input #any type="file" hidden multiple [attr.aria-label]="t('file')" (change)="choose(any)" />
      <input
        #gallery
        type="file"
        hidden
        multiple
        accept="image/*,video/*"
        [attr.aria-label]="t('gallery')"
        (change)="choose(gallery)"
      />
      <input
        #camera
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        [attr.aria-label]="t('camera')"
        (change)="choose(camera)"
      />
    </ng-container>
  `,
  styles: `
    :host {
      color: var(--parley-text-soft);
    }
    button[matIconButton] {
      display: flex;
      align-items: center;
      justify-content: center;
      --mat-icon-button-state-layer-size: 38px;
      --parley-icon-size: 22px;
      margin: 4px 0 4px 4px;
      padding: 8px;
    }
    button[mat-menu-item] parley-icon {
      --parley-icon-size: 20px;
      margin-inline-end: 8px;
      vertical-align: -4px;
    }
  `,
})
export class AttachButton {
  protected readonly device = inject(TouchDevice);

  readonly chosen = output<File[]>();

  protected readonly icons = {
    attach: mdiPaperclip,
    camera: mdiCameraOutline,
    file: mdiFileOutline,
    gallery: mdiImageMultipleOutline,
  };

  /** The box forgets what was chosen, so that the same file can be chosen once more. */
  protected choose(box: HTMLInputElement): void {
    const files = [...(box.files ?? [])];
    box.value = '';
    if (files.length > 0) {
      this.chosen.emit(files);
    }
  }
}
