import { Component, inject, input } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ErrorTexts, Session } from '@parley/web-core';
import { Alert } from '@parley/web-ui';
import { concatMap, defer, defaultIfEmpty, map } from 'rxjs';
import { LinksApi } from './links-api';

/** Where the link of a mail leads whoever confirms their address. */
@Component({
  selector: 'parley-verify-page',
  imports: [Alert, MatButton, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'auth.verify'">
      <h1>{{ t('title') }}</h1>
      @if (confirmation.error(); as error) {
        <parley-alert kind="error">{{ errorTexts.of(error) }}</parley-alert>
        <p class="lead">{{ t('failed') }}</p>
      } @else {
        <p class="lead" role="status">{{ t(confirmation.hasValue() ? 'done' : 'working') }}</p>
      }
      <a matButton="filled" class="submit" routerLink="/">{{ t('enter') }}</a>
    </ng-container>
  `,
  styleUrl: '../gate/form.css',
})
export class VerifyPage {
  /** The end of the link. */
  readonly token = input.required<string>();

  private readonly api = inject(LinksApi);
  private readonly session = inject(Session);

  protected readonly errorTexts = inject(ErrorTexts);
  protected readonly confirmation = rxResource({
    params: () => this.token(),
    stream: ({ params: token }) =>
      this.api.verify({ token }).pipe(
        defaultIfEmpty(undefined),
        concatMap(() => defer(() => this.refreshed())),
        map(() => true),
      ),
  });

  /** Who is signed in here sees at once that the address is confirmed. */
  private async refreshed(): Promise<void> {
    if (this.session.isSignedIn()) {
      await this.session.renew();
    }
  }
}
