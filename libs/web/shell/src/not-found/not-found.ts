import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { mdiCompassOffOutline } from '@mdi/js';
import { EmptyState } from '@parley/web-ui';

@Component({
  selector: 'parley-not-found',
  imports: [EmptyState, MatButton, RouterLink, TranslocoDirective],
  template: `
    <main *transloco="let t; prefix: 'notFound'">
      <parley-empty-state [icon]="icon" [heading]="t('title')" [text]="t('text')">
        <a matButton="filled" routerLink="/">{{ t('home') }}</a>
      </parley-empty-state>
    </main>
  `,
  styles: `
    main {
      display: grid;
      place-items: center;
      min-block-size: 100dvh;
    }
  `,
})
export class NotFound {
  protected readonly icon = mdiCompassOffOutline;
}
