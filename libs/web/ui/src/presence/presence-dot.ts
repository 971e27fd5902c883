import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/** A status by shape and colour, and by its name for who does not see it. */
@Component({
  selector: 'parley-presence-dot',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'presence'">
      <i [class]="status()"></i>
      <span class="parley-hidden">{{ t(status()) }}</span>
    </ng-container>
  `,
  styles: `
    :host {
      display: inline-grid;
    }
    i {
      box-sizing: border-box;
      inline-size: var(--parley-dot-size, 12px);
      block-size: var(--parley-dot-size, 12px);
      border-radius: 50%;
      background: var(--parley-online);
    }
    .away {
      border: 3px solid var(--parley-away);
      background: var(--parley-surface);
    }
    .dnd {
      background: linear-gradient(var(--parley-surface) 0 0) center / 50% 2px no-repeat var(--parley-danger);
    }
    .invisible,
    .offline {
      border: 2px solid var(--parley-text-soft);
      background: var(--parley-surface);
    }
  `,
})
export class PresenceDot {
  readonly status = input.required<'online' | 'away' | 'dnd' | 'invisible' | 'offline'>();
}
