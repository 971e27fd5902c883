import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createShardedAdapter } from '@socket.io/redis-adapter';
import { createClient } from 'redis';
import type { Namespace } from 'socket.io';
import { Adapter, type ClusterAdapter } from 'socket.io-adapter';
import { AppConfig } from '../config/app-config.js';

/** Messages for other servers that may wait for Redis; more than that are dropped, clients heal the gap. */
const MOST_WAITING = 10_000;
/** Milliseconds at most between two attempts to reach Redis again. */
const MOST_PAUSE = 1_000;
const PING_PATIENCE = 1_000;
const COMMAND_PATIENCE = 400;

type Redis = ReturnType<typeof createRedis>;

/**
 * Tells the other servers of one installation what happens here, by way of Redis. Nothing ever waits for
 * Redis: without it everything works as before for the people of the same server, and what the others
 * miss meanwhile they find by `room:heads` and by reading.
 */
@Injectable()
export class RedisNodes implements OnApplicationShutdown {
  private readonly logger = new Logger(RedisNodes.name);
  private readonly clients: { publisher: Redis; subscriber: Redis } | undefined;

  constructor({ REDIS_URL }: AppConfig) {
    if (REDIS_URL) {
      this.clients = {
        // What cannot be told now is not worth telling later.
        publisher: createRedis(REDIS_URL, { disableOfflineQueue: true }),
        subscriber: createRedis(REDIS_URL, { disableOfflineQueue: false }),
      };
      Object.values(this.clients).forEach((client) => this.open(client));
    }
  }

  /** For Socket.IO: reaches the sockets of all servers, or of this one when it is the only one. */
  get adapter(): typeof Adapter | ((namespace: Namespace) => Adapter) {
    const { clients } = this;
    if (!clients) {
      return Adapter;
    }
    const connect = (namespace: Namespace) => this.connect(namespace, clients);
    // Socket.IO calls it with `new`, which arrow functions do not know.
    return function ofNamespace(namespace: Namespace) {
      return connect(namespace);
    };
  }

  /** Whether there may be other servers. */
  get areUsed(): boolean {
    return this.clients !== undefined;
  }

  /** @throws unless Redis answers, or is not used */
  async ping(): Promise<void> {
    await this.clients?.publisher.withCommandOptions({ timeout: PING_PATIENCE }).ping();
  }

  /** For the little that servers keep together. @throws unless Redis answers soon, or is not used */
  async command(...parameters: string[]): Promise<unknown> {
    if (!this.clients) {
      throw new Error('Redis is not used');
    }
    const answer = this.clients.publisher.sendCommand(parameters);
    const isLate = sleep(COMMAND_PATIENCE, undefined, { ref: false }).then(() => {
      throw new Error('Redis did not answer in time');
    });
    return Promise.race([answer, isLate]);
  }

  onApplicationShutdown(): void {
    Object.values(this.clients ?? {}).forEach((client) => {
      if (client.isOpen) {
        client.destroy();
      }
    });
  }

  private connect(namespace: Namespace, { publisher, subscriber }: { publisher: Redis; subscriber: Redis }) {
    // The adapter does not look at what becomes of a subscription; the client makes it up when it is back.
    const patient = {
      sSubscribe: (...parameters: Parameters<Redis['sSubscribe']>) =>
        subscriber.sSubscribe(...parameters).catch(this.complain),
      sUnsubscribe: (...parameters: Parameters<Redis['sUnsubscribe']>) =>
        subscriber.sUnsubscribe(...parameters).catch(this.complain),
    };
    const impatient = {
      sSubscribe: patient.sSubscribe,
      // How many servers there are; without an answer there is nobody to wait for.
      sendCommand: (parameters: string[]) =>
        publisher.sendCommand(parameters).catch((error: unknown) => {
          this.complain(error);
          return [parameters.at(-1), '0'];
        }),
      // Answered at once, or the sockets of this server would wait until Redis has the message.
      sPublish: async (channel: string, message: string | Buffer) => {
        publisher.sPublish(channel, message).catch(this.complain);
      },
    };
    return createShardedAdapter(impatient, patient)(namespace) as ClusterAdapter;
  }

  private open(client: Redis): void {
    client.on('error', this.complain);
    client.connect().catch(this.complain);
  }

  /** Redis says the same of every message while it is away: once a second is enough. */
  private readonly complain = throttled((error: unknown) => {
    this.logger.warn(`Other servers cannot be reached by way of Redis: ${String(error)}`);
  });
}

function createRedis(url: string, { disableOfflineQueue }: { disableOfflineQueue: boolean }) {
  return createClient({
    url,
    disableOfflineQueue,
    commandsQueueMaxLength: MOST_WAITING,
    socket: { reconnectStrategy: (attempts) => Math.min(50 * 2 ** Math.min(attempts, 5), MOST_PAUSE) },
  });
}

function throttled<T>(act: (value: T) => void): (value: T) => void {
  let quietUntil = 0;
  return (value) => {
    if (performance.now() >= quietUntil) {
      quietUntil = performance.now() + 1_000;
      act(value);
    }
  };
}
