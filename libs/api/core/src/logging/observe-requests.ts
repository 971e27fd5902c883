import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Metrics } from '../metrics/metrics.js';

/** Counts and logs each request by its route. Addresses stay out of the log: their queries may be secret. */
export function observeRequests(app: NestFastifyApplication): void {
  const metrics = app.get(Metrics);
  const logger = new Logger('Http');
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onResponse', async (request, reply) => {
    const { method, id: requestId, actor } = request;
    const { statusCode: status, elapsedTime } = reply;
    const route = request.routeOptions.url ?? 'unknown';
    metrics.requestAnswered(method, route, status, elapsedTime);
    const milliseconds = Math.round(elapsedTime);
    const line = { requestId, userId: actor?.userId, method, route, status, milliseconds };
    // What worked is of interest only to who looks for something.
    if (status >= 400) {
      logger.log(line);
    } else {
      logger.debug(line);
    }
  });
}
