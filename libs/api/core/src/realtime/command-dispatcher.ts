import { Injectable, Logger } from '@nestjs/common';
import type { WsMessageHandler } from '@nestjs/common';
import { type Ack, commands, errorCatalog } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { assertInScope, scopeOfCommand } from '../auth/scopes.js';
import { DomainError } from '../errors/domain-error.js';
import { toDomainError, toSocketProblem } from '../errors/problems.js';
import { ServerLifecycle } from '../lifecycle/server-lifecycle.js';
import { Metrics } from '../metrics/metrics.js';
import { CommandLimits } from './command-limits.js';
import type { Fail } from './command-failures.js';
import { closeSocket } from './close-socket.js';
import type { RealtimeSocket } from './gateway.js';

type Acknowledge = (ack: Ack<unknown>) => void;
/** What NestJS made of a handler: pipes and guards around it, the socket bound to it. */
type Handle = (payload: unknown, fail: Fail) => Promise<unknown>;

/**
 * Takes commands from sockets to their handlers, and the answers back. Stands in the place of the streams
 * of NestJS, which cost more than all else that happens to a small command.
 */
@Injectable()
export class CommandDispatcher {
  private readonly logger = new Logger(CommandDispatcher.name);

  constructor(
    private readonly lifecycle: ServerLifecycle,
    private readonly limits: CommandLimits,
    private readonly metrics: Metrics,
  ) {}

  /** Answers what no handler knows. Once a socket. */
  watch(socket: RealtimeSocket): void {
    socket.onAny((name: string, ...parameters: unknown[]) => {
      if (!Object.hasOwn(commands, name)) {
        const detail = 'There is no such command';
        this.refuse(socket, { name, parameters, error: new DomainError('request.invalid', { detail }) });
      }
    });
  }

  bind(socket: RealtimeSocket, handlers: readonly WsMessageHandler[]): void {
    for (const { message, callback } of handlers) {
      const handle = callback as Handle;
      const listener = (...parameters: unknown[]): void => {
        void this.run(socket, { name: message, parameters }, handle);
      };
      socket.on(message as never, listener as never);
    }
  }

  private async run(
    socket: RealtimeSocket,
    command: { name: string; parameters: unknown[] },
    handle: Handle,
  ): Promise<void> {
    const startedAt = performance.now();
    let outcome: 'ok' | 'refused' = 'ok';
    try {
      this.limits.take(socket.data.allowance);
      assertInScope(socket.data.actor, scopeOfCommand(command.name));
      const data = await this.handle(command.parameters, handle);
      acknowledgeOf(command.parameters)?.({ ok: true, data: data ?? {} });
    } catch (error) {
      outcome = 'refused';
      this.refuse(socket, { ...command, error });
    }
    this.metrics.commandAnswered(command.name, outcome, performance.now() - startedAt);
  }

  /** @throws whatever the handler threw */
  private async handle(parameters: unknown[], handle: Handle): Promise<unknown> {
    const payload = payloadOf(parameters);
    const failures: unknown[] = [];
    const done = this.lifecycle.begin();
    const data = await handle(payload, (error) => failures.push(error)).finally(done);
    if (failures.length > 0) {
      throw toDomainError(failures[0]);
    }
    return data;
  }

  private refuse(
    socket: RealtimeSocket,
    { name, parameters, error }: { name: string; parameters: unknown[]; error: unknown },
  ): void {
    const known = toDomainError(error);
    const requestId = uuidv7();
    if (errorCatalog[known.code].status >= 500) {
      this.logger.error({ requestId, error });
    }
    const problem = toSocketProblem(known, `/socket.io#${name.slice(0, 100)}`, requestId);
    acknowledgeOf(parameters)?.({ ok: false, problem });
    if (known.code === 'request.rate-limited' && this.limits.isHostile(socket.data.allowance)) {
      closeSocket(socket, 'rate-limited');
    }
  }
}

/** A client that asked for no acknowledgement gets none. */
function acknowledgeOf(parameters: unknown[]): Acknowledge | undefined {
  const last = parameters.at(-1);
  return isAcknowledge(last) ? last : undefined;
}

function isAcknowledge(parameter: unknown): parameter is Acknowledge {
  return typeof parameter === 'function';
}

/** @throws DomainError `request.invalid` unless there is exactly one */
function payloadOf(parameters: unknown[]): unknown {
  const count = acknowledgeOf(parameters) ? parameters.length - 1 : parameters.length;
  if (count !== 1) {
    throw new DomainError('request.invalid', { detail: 'A command has exactly one payload' });
  }
  return parameters[0];
}
