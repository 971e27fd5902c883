import { defineConfig } from '@playwright/test';

/*
 * Journeys of people through the built product, in the system's Chromium. `nx e2e web-e2e` builds first;
 * `nx e2e web-e2e -- chats` runs one file. `CHROMIUM_PATH` names another browser.
 */
export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.journey.ts',
  outputDir: 'dist/results',
  globalSetup: '../../tools/postgres.mjs',
  globalTeardown: '../../tools/postgres-stop.mjs',
  workers: 1,
  forbidOnly: true,
  // A browser on two busy cores is late at times. What passes only the second time is listed as flaky.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./src/support/summary-reporter.ts']],
  use: {
    actionTimeout: 10_000,
    trace: 'retain-on-failure',
    // What it keeps would come before what a journey says about the network; the journey of the app allows it.
    serviceWorkers: 'block',
    locale: 'en-GB',
    timezoneId: 'Europe/Vienna',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A microphone that beeps, and a person who allows it.
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    },
  },
});
