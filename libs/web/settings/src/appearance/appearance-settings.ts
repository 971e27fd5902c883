import { Component, inject } from '@angular/core';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { MatFormField } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { TranslocoDirective } from '@jsverse/transloco';
import { type PreferenceValues, Preferences } from '@parley/web-core';

/** What is chosen from few things, each shown. */
interface Choice<K extends keyof PreferenceValues> {
  key: K;
  values: readonly PreferenceValues[K][];
}

@Component({
  selector: 'parley-appearance-settings',
  imports: [
    MatButtonToggle,
    MatButtonToggleGroup,
    MatFormField,
    MatOption,
    MatSelect,
    MatSlideToggle,
    TranslocoDirective,
  ],
  templateUrl: './appearance-settings.html',
  styleUrl: '../section.css',
})
export class AppearanceSettings {
  protected readonly preferences = inject(Preferences);

  protected readonly choices: readonly [Choice<'theme'>, Choice<'textSize'>, Choice<'density'>] = [
    { key: 'theme', values: ['system', 'light', 'dark'] },
    { key: 'textSize', values: ['small', 'normal', 'large'] },
    { key: 'density', values: ['comfortable', 'compact'] },
  ];
  /** Each in its own language, for who does not understand the one on screen. */
  protected readonly languages = [
    { value: 'en', name: 'English' },
    { value: 'de', name: 'Deutsch' },
  ] as const;
}
