/**
 * A terminal sends Ctrl-C to npm and to us, and npm passes it on as well: so soon after the first one, a
 * second one was not meant by anybody.
 */
const ECHO = 700;

/** Runs `stop` at the first signal; at the second one the process ends at once. */
export function onStopSignal(stop: () => Promise<void>): void {
  let firstAt: number | undefined;
  const handle = (): void => {
    if (firstAt === undefined) {
      firstAt = Date.now();
      void stop();
    } else if (Date.now() - firstAt > ECHO) {
      process.exit(1);
    }
  };
  process.on('SIGINT', handle).on('SIGTERM', handle).on('SIGHUP', handle);
}
