import type { Params } from 'nestjs-pino';
import type { AppConfig } from '../config/app-config.js';
import { toLoggedError } from './logged-error.js';

/** What NestJS tells of its own start; nobody reads it twice. */
const chatty: readonly string[] = [
  'InstanceLoader',
  'NestFactory',
  'NestApplication',
  'RouterExplorer',
  'RoutesResolver',
  'WebSocketsController',
];

/** Should a secret ever get into a log line, it does not get out of it. */
const secrets = ['authorization', 'cookie', 'password', 'token', 'accessToken', 'refreshToken', 'body'];

/** JSON, one line an event. Requests are logged by `observeRequests`, by their route alone. */
export function logOptions({ LOG_LEVEL }: Pick<AppConfig, 'LOG_LEVEL'>): Params {
  return {
    forRoutes: [],
    pinoHttp: {
      level: LOG_LEVEL,
      base: undefined,
      serializers: { err: toLoggedError, error: toLoggedError },
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[secret]' },
      hooks: {
        logMethod(parameters, method) {
          if (!isChatty(parameters[0])) {
            method.apply(this, parameters);
          }
        },
      },
    },
  };
}

function isChatty(line: unknown): boolean {
  return typeof line === 'object' && line !== null && chatty.includes(String(Reflect.get(line, 'context')));
}
