import { createHash, timingSafeEqual } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppConfig } from '../config/app-config.js';
import { DomainError } from '../errors/domain-error.js';
import { sendProblem } from '../errors/problem.filter.js';
import { Metrics } from './metrics.js';

/** `GET /metrics` for whoever has the token. Without such a setting there is no such address. */
export function serveMetrics(app: NestFastifyApplication): void {
  const { METRICS_TOKEN } = app.get(AppConfig);
  const metrics = app.get(Metrics);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/metrics', async (request, reply) => {
    const { authorization = '' } = request.headers;
    if (METRICS_TOKEN === undefined) {
      sendProblem(new DomainError('request.unknown-route'), request, reply);
    } else if (!isSame(authorization, `Bearer ${METRICS_TOKEN}`)) {
      sendProblem(new DomainError('auth.required'), request, reply);
    } else {
      void reply.type(metrics.contentType).send(await metrics.render());
    }
    return reply;
  });
}

/** In the same time wherever the two differ. */
function isSame(given: string, expected: string): boolean {
  const [left, right] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
