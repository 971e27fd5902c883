import type { INestApplication } from '@nestjs/common';
import { Logger } from 'nestjs-pino';

/** From here on everything is logged as JSON; what was said before it follows. */
export function configureLogging(app: INestApplication): void {
  app.useLogger(app.get(Logger));
}
