import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type AppConfig,
  configureHttp,
  configureLogging,
  httpAdapter,
  RealtimeAdapter,
  trackRequests,
} from '@parley/api-core';
import { AppModule } from './app.module.js';
import { serveOpenApi } from './openapi/openapi.js';
import { serveWeb } from './serve-web.js';

/** Everything that answers, put together; it does not listen yet. */
export async function createServer(config: AppConfig): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(config),
    httpAdapter(config),
    {
      abortOnError: false,
      bufferLogs: true,
    },
  );
  configureLogging(app);
  app.setGlobalPrefix('api');
  app.useWebSocketAdapter(new RealtimeAdapter(app));
  await configureHttp(app);
  trackRequests(app);
  await serveOpenApi(app);
  await serveWeb(app);
  return app;
}
