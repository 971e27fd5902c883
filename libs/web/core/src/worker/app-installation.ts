import { computed, Service, signal } from '@angular/core';

/** What browsers offer that can install an app; not part of the standard types. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

/** Installing the app, which the browser allows at some moment and the person chooses at another. */
@Service()
export class AppInstallation {
  private readonly offer = signal<InstallPrompt | null>(null);

  readonly isOffered = computed(() => this.offer() !== null);

  constructor() {
    addEventListener('beforeinstallprompt', (event) => {
      // Instead of the browser's own words at a moment that nobody chose.
      event.preventDefault();
      this.offer.set(isPrompt(event) ? event : null);
    });
    addEventListener('appinstalled', () => this.offer.set(null));
  }

  async install(): Promise<void> {
    const offer = this.offer();
    // Each can be used once.
    this.offer.set(null);
    await offer?.prompt();
  }
}

function isPrompt(event: Event): event is InstallPrompt {
  return 'prompt' in event;
}
