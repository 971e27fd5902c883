import { Component, computed, effect, inject, input, model, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  Avatar,
  type AvatarSubject,
  CropPicture,
  isTooLargePicture,
  PICTURE_MEGABYTES,
  PICTURE_TYPES,
} from '@parley/web-ui';

/** The picture of a room: chooses another one and shows how it will look, or takes it away. */
@Component({
  selector: 'parley-picture-field',
  imports: [Avatar, MatButton, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'chat.picture'">
      <parley-avatar [user]="shown()" [size]="72" [square]="true" />
      <div>
        <button matButton="outlined" type="button" (click)="box.click()">
          {{ t(shown().avatarUrl ? 'change' : 'choose') }}
        </button>
        @if (shown().avatarUrl) {
          <button matButton type="button" (click)="remove()">{{ t('remove') }}</button>
        }
        <input
          #box
          type="file"
          hidden
          [accept]="types"
          [attr.aria-label]="t('choose')"
          (change)="choose(box)"
        />
        @if (isTooLarge()) {
          <p class="problem" role="alert">{{ t('tooLarge', { max: megabytes }) }}</p>
        } @else {
          <p>{{ t('hint') }}</p>
        }
      </div>
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 16px;
    }
    p {
      margin: 6px 0 0;
      color: var(--parley-text-soft);
      font-size: 0.8125rem;
    }
    .problem {
      color: var(--parley-danger);
    }
  `,
})
export class PictureField {
  private readonly crop = inject(CropPicture);

  /** What it looks like now. */
  readonly subject = input.required<AvatarSubject>();
  /** A new picture, null for none, and undefined for the one that is there. */
  readonly choice = model<File | null | undefined>();

  protected readonly megabytes = PICTURE_MEGABYTES;
  protected readonly types = PICTURE_TYPES;
  protected readonly isTooLarge = signal(false);
  private readonly preview = signal<string | null>(null);
  protected readonly shown = computed<AvatarSubject>(() =>
    this.choice() === undefined ? this.subject() : { ...this.subject(), avatarUrl: this.preview() },
  );

  constructor() {
    effect((onCleanup) => {
      const file = this.choice();
      const url = file ? URL.createObjectURL(file) : null;
      this.preview.set(url);
      onCleanup(() => url && URL.revokeObjectURL(url));
    });
  }

  protected async choose(box: HTMLInputElement): Promise<void> {
    const file = box.files?.[0];
    // So that the same picture can be chosen once more.
    box.value = '';
    this.isTooLarge.set(file !== undefined && isTooLargePicture(file));
    const picture = file && !this.isTooLarge() ? await this.crop.ask({ file, isRound: false }) : null;
    if (picture) {
      this.choice.set(picture);
    }
  }

  protected remove(): void {
    this.isTooLarge.set(false);
    this.choice.set(this.subject().avatarUrl ? null : undefined);
  }
}
