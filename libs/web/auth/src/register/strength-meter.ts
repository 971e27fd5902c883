import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { passwordStrength } from './password-strength';

const steps = { short: 0, weak: 1, fair: 2, strong: 3 };

/** How good a password is, while it is typed. Its place is there from the start, so nothing jumps. */
@Component({
  selector: 'parley-strength-meter',
  imports: [TranslocoDirective],
  template: `
    <div class="bars" aria-hidden="true">
      @for (step of [1, 2, 3]; track step) {
        <span [class.on]="password() && steps[strength()] >= step"></span>
      }
    </div>
    <p aria-live="polite" *transloco="let t">
      {{ password() ? t('auth.strength.' + strength()) : t('auth.strength.hint') }}
    </p>
  `,
  styleUrl: './strength-meter.css',
  host: { '[class]': 'strength()' },
})
export class StrengthMeter {
  readonly password = input.required<string>();

  protected readonly steps = steps;
  protected readonly strength = computed(() => passwordStrength(this.password()));
}
