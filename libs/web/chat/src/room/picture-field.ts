import { Component, computed, effect, input, model, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { limits } from '@parley/contracts/constants';
import { Avatar, type AvatarSubject } from '@parley/web-ui';

const A_MEGABYTE = 1_048_576;

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
          <button matButton type="button" (click)="remove(box)">{{ t('remove') }}</button>
        }
        <input
          #box
          type="file"
          hidden
          accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
          [attr.aria-label]="t('choose')"
          (change)="choose(box.files?.[0])"
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
  /** What it looks like now. */
  readonly subject = input.required<AvatarSubject>();
  /** A new picture, null for none, and undefined for the one that is there. */
  readonly choice = model<File | null | undefined>();

  protected readonly megabytes = limits.picture.bytes / A_MEGABYTE;
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

  protected choose(file: File | undefined): void {
    this.isTooLarge.set(file !== undefined && file.size > limits.picture.bytes);
    if (file && !this.isTooLarge()) {
      this.choice.set(file);
    }
  }

  /** The box forgets what was chosen, so that the same picture can be chosen once more. */
  protected remove(box: HTMLInputElement): void {
    box.value = '';
    this.isTooLarge.set(false);
    this.choice.set(this.subject().avatarUrl ? null : undefined);
  }
}
