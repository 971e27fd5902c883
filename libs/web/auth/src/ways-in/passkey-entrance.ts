import { Component, DestroyRef, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { mdiKeyOutline } from '@mdi/js';
import type { PasskeyProof } from '@parley/contracts';
import { Authenticator, Entrance, ErrorTexts, PasskeyFailure, PasskeysApi } from '@parley/web-core';
import { Icon } from '@parley/web-ui';
import { firstValueFrom } from 'rxjs';

/** Milliseconds after which the question that waits in the field of the user name is asked anew: the server forgets it. */
const ASKED_ANEW = 4 * 60_000;

/** Signs in by a passkey: by a button, and where the browser can, in the field of the user name. */
@Component({
  selector: 'parley-passkey-entrance',
  imports: [Icon, MatButton, TranslocoDirective],
  template: `
    @if (isAvailable) {
      <button
        *transloco="let t"
        matButton="outlined"
        type="button"
        [disabled]="isAsking()"
        (click)="enterByButton()"
      >
        <parley-icon [path]="icon" />{{ t('auth.waysIn.passkey') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
    }
    button {
      min-block-size: 48px;
    }
  `,
})
export class PasskeyEntrance {
  /** Where to go afterwards. */
  readonly returnUrl = input<string>();
  /** In the words of the person, what went wrong; empty when something is tried anew. */
  readonly refused = output<string>();

  private readonly api = inject(PasskeysApi);
  private readonly authenticator = inject(Authenticator);
  private readonly entrance = inject(Entrance);
  private readonly errorTexts = inject(ErrorTexts);
  private readonly texts = inject(TranslocoService);

  protected readonly icon = mdiKeyOutline;
  protected readonly isAvailable = this.authenticator.isAvailable();
  protected readonly isAsking = signal(false);
  private timer?: ReturnType<typeof setTimeout>;
  private isGone = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.isGone = true;
      clearTimeout(this.timer);
      void (this.isAvailable && this.authenticator.cancel());
    });
    void (this.isAvailable && this.waitInField());
  }

  protected async enterByButton(): Promise<void> {
    clearTimeout(this.timer);
    this.refused.emit('');
    this.isAsking.set(true);
    try {
      await this.enter(await this.show(false));
    } catch (error) {
      this.refused.emit(this.textOf(error));
      void this.waitInField();
    } finally {
      this.isAsking.set(false);
    }
  }

  private async waitInField(): Promise<void> {
    const proof = await this.picked();
    if (!proof || this.isGone) {
      return;
    }
    try {
      await this.enter(proof);
    } catch (error) {
      this.refused.emit(this.textOf(error));
      void this.waitInField();
    }
  }

  /** Null when nobody picks one. Nobody has asked for it either, so nobody is told when it cannot be. */
  private async picked(): Promise<PasskeyProof | null> {
    try {
      if (!(await this.authenticator.hasAutofill()) || this.isGone) {
        return null;
      }
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.waitInField(), ASKED_ANEW);
      return await this.show(true);
    } catch {
      return null; // Cancelled by the button, by the next question, or offline.
    }
  }

  private async show(isAutofill: boolean): Promise<PasskeyProof> {
    return this.authenticator.show(await firstValueFrom(this.api.ask()), isAutofill);
  }

  private async enter(proof: PasskeyProof): Promise<void> {
    await this.entrance.enter(await firstValueFrom(this.api.signIn(proof)), this.returnUrl());
  }

  private textOf(error: unknown): string {
    return error instanceof PasskeyFailure
      ? this.texts.translate(`auth.waysIn.${error.reason === 'cancelled' ? 'cancelled' : 'failed'}`)
      : this.errorTexts.of(error);
  }
}
