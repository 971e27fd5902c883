import { effect, inject, Service, signal } from '@angular/core';
import { BrowserStorage } from './browser-storage';

const KEY = 'parley.preferences';

/** How this device shows the app. It stays on the device. */
export interface PreferenceValues {
  theme: 'system' | 'light' | 'dark';
  density: 'comfortable' | 'compact';
  textSize: 'small' | 'normal' | 'large';
  language: 'system' | 'en' | 'de';
  /** Enter sends and Shift+Enter breaks the line; otherwise Ctrl+Enter sends. */
  enterSends: boolean;
}

const defaults: PreferenceValues = {
  theme: 'system',
  density: 'comfortable',
  textSize: 'normal',
  language: 'system',
  enterSends: true,
};

@Service()
export class Preferences {
  private readonly storage = inject(BrowserStorage);
  private readonly values = signal<PreferenceValues>({
    ...defaults,
    ...this.storage.read(KEY, isPartOfPreferences),
  });

  readonly all = this.values.asReadonly();

  constructor() {
    effect(() => this.storage.write(KEY, this.values()));
  }

  set<K extends keyof PreferenceValues>(key: K, value: PreferenceValues[K]): void {
    this.values.update((values) => ({ ...values, [key]: value }));
  }
}

function isPartOfPreferences(value: unknown): value is Partial<PreferenceValues> {
  return typeof value === 'object' && value !== null;
}
