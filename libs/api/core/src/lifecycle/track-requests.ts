import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { sendProblem } from '../errors/problem.filter.js';
import { ServerLifecycle } from './server-lifecycle.js';

/** Whoever watches the server must hear that it stops, so this is answered to the end. */
const HEALTH = '/api/health';

/** Lets the server finish the HTTP requests that have begun, and refuse those that come later. */
export function trackRequests(app: NestFastifyApplication): void {
  const lifecycle = app.get(ServerLifecycle);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, next) => {
    if (lifecycle.isStopping) {
      void reply.header('connection', 'close');
    }
    if (request.url.startsWith(HEALTH)) {
      next();
      return;
    }
    try {
      reply.raw.once('close', lifecycle.begin());
      next();
    } catch (error) {
      sendProblem(error, request, reply);
    }
  });
}
