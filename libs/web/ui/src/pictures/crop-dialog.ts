import { afterNextRender, Component, ElementRef, inject, Injector, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiRotateRight } from '@mdi/js';
import { ImageCropperComponent } from 'ngx-image-cropper';
import { Alert } from '../forms/alert';
import { Icon } from '../icon/icon';

/** A side that is still sharp where pictures are shown large, and small enough to travel at once. */
const SIDE = 512;
const QUALITY = 92;

export interface CropWish {
  file: File;
  isRound: boolean;
}

/** The frame around what is to be seen of a picture: dragged, or moved by the arrow keys. */
@Component({
  selector: 'parley-crop-dialog',
  imports: [
    Alert,
    Icon,
    ImageCropperComponent,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    TranslocoDirective,
  ],
  template: `
    <ng-container *transloco="let t">
      <h2 mat-dialog-title>{{ t('crop.title') }}</h2>
      <mat-dialog-content>
        @if (isUnreadable()) {
          <parley-alert kind="error">{{ t('errors.file.unreadable') }}</parley-alert>
        } @else {
          <image-cropper
            output="blob"
            format="webp"
            [imageFile]="wish.file"
            [autoCrop]="false"
            [aspectRatio]="1"
            [roundCropper]="wish.isRound"
            [canvasRotation]="turns()"
            [resizeToWidth]="side"
            [onlyScaleDown]="true"
            [imageQuality]="quality"
            [imageAltText]="t('crop.picture')"
            (cropperReady)="nameFrame(t('crop.frame')); isReady.set(true)"
            (loadImageFailed)="isUnreadable.set(true)"
          />
          <p>{{ t('crop.hint') }}</p>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        @if (isReady()) {
          <button class="turn" matButton type="button" (click)="turns.set(turns() + 1)">
            <parley-icon [path]="turnIcon" />{{ t('crop.turn') }}
          </button>
        }
        <button matButton type="button" mat-dialog-close>{{ t('actions.cancel') }}</button>
        <button matButton="filled" type="button" [disabled]="!isReady()" (click)="take()">
          {{ t('crop.take') }}
        </button>
      </mat-dialog-actions>
    </ng-container>
  `,
  styles: `
    image-cropper {
      --cropper-overlay-color: var(--parley-surface-sunken);
      --cropper-outline-color: rgb(0 0 0 / 50%);
      max-block-size: min(60dvh, 26rem);
      padding: 0;
      border-radius: 12px;
      background: var(--parley-surface-sunken);
    }
    p {
      margin: 12px 0 0;
      color: var(--parley-text-soft);
      font-size: 0.8125rem;
    }
    .turn {
      margin-inline-end: auto;
    }
  `,
})
export class CropDialog {
  private readonly dialog = inject<MatDialogRef<CropDialog, File>>(MatDialogRef);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly cropper = viewChild(ImageCropperComponent);

  protected readonly wish = inject<CropWish>(MAT_DIALOG_DATA);
  protected readonly side = SIDE;
  protected readonly quality = QUALITY;
  /** In quarters, clockwise. */
  protected readonly turns = signal(0);
  protected readonly isReady = signal(false);
  protected readonly isUnreadable = signal(false);
  protected readonly turnIcon = mdiRotateRight;

  /** The frame takes the focus, so it needs a role and a name, which the library gives it no way to have. */
  protected nameFrame(name: string): void {
    const write = () => {
      const frame = this.element.querySelector('.ngx-ic-cropper');
      frame?.setAttribute('role', 'group');
      frame?.setAttribute('aria-label', name);
    };
    afterNextRender({ write }, { injector: this.injector });
  }

  protected async take(): Promise<void> {
    const cropped = await this.cropper()?.crop('blob');
    if (cropped?.blob) {
      this.dialog.close(new File([cropped.blob], 'picture.webp', { type: cropped.blob.type }));
    } else {
      this.isUnreadable.set(true);
    }
  }
}
