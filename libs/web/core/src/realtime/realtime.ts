import { computed, DestroyRef, effect, inject, Service, signal, untracked } from '@angular/core';
import type {
  Ack,
  CommandData,
  CommandName,
  CommandPayload,
  ServerEvent,
  ServerEventName,
  SessionClosed,
} from '@parley/contracts';
import { fromEvent, type Observable } from 'rxjs';
import { ProblemError } from '../errors/problem-error';
import { Session } from '../session/session';
import { Backoff } from './backoff';
import { Network } from './network';
import { CREATE_SOCKET } from './socket';

const ACK_TIMEOUT_MS = 10_000;
/** Asked to go away, a client waits at least this long before it comes back. */
const RATE_LIMITED_WAIT_MS = 5_000;
/** What `auth:refresh` is given must outlive the token it replaces. */
const FRESH_TOKEN_LIFE_MS = 120_000;

export type ConnectionState = 'connecting' | 'connected' | 'reconnecting' | 'offline';

/** The page's one socket. What goes in and out of it is typed by the contract. */
@Service()
export class Realtime {
  private readonly session = inject(Session);
  private readonly network = inject(Network);
  private readonly backoff = new Backoff();
  private readonly socket = inject(CREATE_SOCKET)((send) => {
    this.session.token().then(
      (token) => send({ token }),
      () => send({ token: null }),
    );
  });
  private readonly connectionCount = signal(0);
  private readonly isConnected = signal(false);
  private readonly hasFailed = signal(false);
  private closed?: SessionClosed['reason'];
  private attempt?: ReturnType<typeof setTimeout>;

  /**
   * Counts the connections: 0 until the first one. When it grows, events may have been missed, and
   * what is read from then on is complete, because the server joins its channels before it connects.
   */
  readonly connections = this.connectionCount.asReadonly();

  readonly state = computed<ConnectionState>(() => {
    if (this.isConnected()) {
      return 'connected';
    }
    if (!this.network.isOnline()) {
      return 'offline';
    }
    return this.connectionCount() > 0 || this.hasFailed() ? 'reconnecting' : 'connecting';
  });

  constructor() {
    this.socket.on('connect', () => this.connected());
    this.socket.on('disconnect', () => this.disconnected());
    this.socket.on('connect_error', (error: Error & { data?: unknown }) => void this.refused(error.data));
    this.socket.on('session:closed', ({ reason }: SessionClosed) => (this.closed = reason));
    this.socket.on('auth:expiring', () => void this.prolong());
    effect(() => {
      const wanted = this.session.isSignedIn() && this.network.isOnline();
      untracked(() => (wanted ? this.reconnect() : this.disconnect()));
    });
    inject(DestroyRef).onDestroy(() => this.disconnect());
  }

  /** At once, without waiting for the next attempt. */
  reconnect(): void {
    clearTimeout(this.attempt);
    if (!this.socket.connected && this.session.isSignedIn()) {
      this.socket.connect();
    }
  }

  events<N extends ServerEventName>(name: N): Observable<ServerEvent<N>> {
    return fromEvent(this.socket, name) as Observable<ServerEvent<N>>;
  }

  /**
   * Resolves once the server has committed.
   * @throws ProblemError when the server refuses; any other error means that nobody knows whether it arrived.
   */
  async command<N extends CommandName>(name: N, payload: CommandPayload<N>): Promise<CommandData<N>> {
    if (!this.socket.connected) {
      // Socket.IO would keep it and send it after the next connect, when its sender has long given up.
      throw new Error('not connected');
    }
    const ack = (await this.socket.timeout(ACK_TIMEOUT_MS).emitWithAck(name, payload)) as Ack<CommandData<N>>;
    if (!ack.ok) {
      throw new ProblemError(ack.problem);
    }
    return ack.data;
  }

  private connected(): void {
    this.backoff.reset();
    this.isConnected.set(true);
    this.connectionCount.update((count) => count + 1);
  }

  private disconnected(): void {
    this.isConnected.set(false);
    const reason = this.closed;
    this.closed = undefined;
    if (reason === 'auth-revoked') {
      this.session.end('revoked');
    } else {
      this.tryLater(reason === 'rate-limited' ? RATE_LIMITED_WAIT_MS : 0);
    }
  }

  /** The handshake failed: because of the token, or because there is no server. */
  private async refused(problem: unknown): Promise<void> {
    this.hasFailed.set(true);
    if (codeOf(problem).startsWith('auth.')) {
      // Ends the session when the cookie is no good either.
      await this.session.renew().catch(() => null);
    }
    this.tryLater();
  }

  private tryLater(atLeast = 0): void {
    clearTimeout(this.attempt);
    if (this.session.isSignedIn() && this.network.isOnline()) {
      this.attempt = setTimeout(() => this.reconnect(), this.backoff.next(atLeast));
    }
  }

  private disconnect(): void {
    clearTimeout(this.attempt);
    this.socket.disconnect();
  }

  private async prolong(): Promise<void> {
    try {
      const token = await this.session.token(FRESH_TOKEN_LIFE_MS);
      if (token) {
        await this.command('auth:refresh', { token });
      }
    } catch {
      // The server ends the socket then, and the next connection brings a new token.
    }
  }
}

function codeOf(problem: unknown): string {
  return typeof problem === 'object' && problem !== null && 'code' in problem ? String(problem.code) : '';
}
