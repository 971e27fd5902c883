import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Me } from '@parley/contracts';
import { ErrorTexts, Notices, UsersApi } from '@parley/web-core';
import {
  Alert,
  Avatar,
  CropPicture,
  isTooLargePicture,
  PICTURE_MEGABYTES,
  PICTURE_TYPES,
} from '@parley/web-ui';
import { firstValueFrom, type Observable } from 'rxjs';

/** One's own picture: chosen, cut and kept at once, or taken away. */
@Component({
  selector: 'parley-own-picture',
  imports: [Alert, Avatar, MatButton, MatProgressBar, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'settings.profile.picture'">
      <parley-avatar [user]="{ id: me().id, displayName: name(), avatarUrl: me().avatarUrl }" [size]="88" />
      <div class="words">
        <strong
          ><bdi>{{ name() }}</bdi></strong
        >
        <span>&#64;{{ me().username }}</span>
        <div class="buttons">
          <button matButton="outlined" type="button" [disabled]="isBusy()" (click)="box.click()">
            {{ t(me().avatarUrl ? 'change' : 'choose') }}
          </button>
          @if (me().avatarUrl) {
            <button matButton type="button" [disabled]="isBusy()" (click)="remove()">
              {{ t('remove') }}
            </button>
          }
        </div>
        <input
          #box
          type="file"
          hidden
          [accept]="types"
          [attr.aria-label]="t('choose')"
          (change)="choose(box)"
        />
      </div>
      @if (isBusy()) {
        <mat-progress-bar mode="indeterminate" [attr.aria-label]="t('saving')" />
      }
      @if (problem()) {
        <parley-alert kind="error">{{ problem() }}</parley-alert>
      }
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 16px;
      margin-block: 8px 16px;
    }
    .words {
      flex: 1 1 12rem;
      display: grid;
      min-inline-size: 0;
      color: var(--parley-text-soft);
      overflow-wrap: anywhere;
    }
    strong {
      color: var(--parley-text);
      font-size: 1.125rem;
      font-weight: 650;
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-block-start: 8px;
    }
    mat-progress-bar,
    parley-alert {
      flex: 1 0 100%;
    }
  `,
})
export class OwnPicture {
  private readonly api = inject(UsersApi);
  private readonly crop = inject(CropPicture);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly notices = inject(Notices);
  private readonly texts = inject(TranslocoService);

  readonly me = input.required<Me>();
  /** As it stands in the form, which may not be saved yet. */
  readonly name = input.required<string>();

  protected readonly types = PICTURE_TYPES;
  protected readonly isBusy = signal(false);
  protected readonly problem = signal('');

  protected async choose(box: HTMLInputElement): Promise<void> {
    const file = box.files?.[0];
    // So that the same picture can be chosen once more.
    box.value = '';
    this.problem.set('');
    if (file && isTooLargePicture(file)) {
      this.problem.set(this.say('tooLarge', { max: PICTURE_MEGABYTES }));
      return;
    }
    const picture = file && (await this.crop.ask({ file, isRound: true }));
    if (picture) {
      await this.keep(this.api.setAvatar(picture), 'saved');
    }
  }

  protected remove(): Promise<void> {
    return this.keep(this.api.removeAvatar(), 'removed');
  }

  private async keep(request: Observable<Me>, news: string): Promise<void> {
    this.isBusy.set(true);
    this.problem.set('');
    try {
      await firstValueFrom(request);
      void this.notices.show(this.say(news));
    } catch (error) {
      this.problem.set(this.errorTexts.of(error));
    } finally {
      this.isBusy.set(false);
    }
  }

  private say(key: string, parameters = {}): string {
    return this.texts.translate(`settings.profile.picture.${key}`, parameters);
  }
}
