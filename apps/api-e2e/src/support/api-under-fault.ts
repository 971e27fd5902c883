import { randomUUID } from 'node:crypto';
import { TestDatabase } from '@parley/api-testing';
import type { Authenticated, Room } from '@parley/contracts';
import { ChatClient, type Handicap } from './chat-client.js';
import { answerOf, PASSWORD, Person } from './person.js';
import { makeRoom } from './rooms.js';
import { ServerProcess } from './server-process.js';
import { TcpProxy } from './tcp-proxy.js';

export type Query = <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** A room, and people in it who behave as the delivery contract says. */
export interface Conversation {
  room: Room;
  clients: ChatClient[];
}

/** A server that things are done to, behind an address that stays. */
export class ApiUnderFault {
  private readonly clients: ChatClient[] = [];
  private readonly ownProxies: TcpProxy[] = [];

  private constructor(
    private readonly place: { server: ServerProcess },
    private readonly env: Record<string, string>,
    readonly proxy: TcpProxy,
    /** Asks the database, past the server. */
    readonly query: Query,
    private readonly release: () => Promise<void>,
  ) {}

  static async start(wishes: Record<string, string> = {}): Promise<ApiUnderFault> {
    const database = await TestDatabase.create();
    const query: Query = (sql, values) => database.source.query(sql, values);
    return ApiUnderFault.on({ DATABASE_URL: database.url, ...wishes }, query, () => database.drop());
  }

  /** @param release what is to be done when the server has stopped */
  static async on(
    wishes: Record<string, string>,
    query: Query,
    release: () => Promise<void>,
  ): Promise<ApiUnderFault> {
    const env = {
      ...{ NODE_ENV: 'test', PORT: '0', HOST: '127.0.0.1', PUBLIC_URL: 'http://localhost:4200' },
      ...{ RATE_LIMITS: 'off', JWT_SECRET: randomUUID(), LOG_LEVEL: 'warn', ...wishes },
    };
    const place = { server: await ServerProcess.start(env) };
    const proxy = await TcpProxy.start(() => Number(new URL(place.server.url).port));
    return new ApiUnderFault(place, env, proxy, query, release);
  }

  get server(): ServerProcess {
    return this.place.server;
  }

  /** Ends the server, and starts it again as soon as it has gone. @returns milliseconds until it was back */
  async restart(signal: 'SIGKILL' | 'SIGTERM'): Promise<number> {
    this.server.kill(signal);
    await this.server.exited;
    const goneAt = performance.now();
    this.place.server = await ServerProcess.start(this.env);
    return performance.now() - goneAt;
  }

  /** Somebody with an account, who reaches the server through the proxy. */
  async person(): Promise<Person> {
    const username = `u-${randomUUID().slice(0, 30)}`;
    const response = await fetch(`${this.proxy.url}/api/auth/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, email: `${username}@example.org`, password: PASSWORD }),
    });
    const { headers, body } = await answerOf<Authenticated>(response);
    return Person.from(this.proxy.url, body, headers);
  }

  /** Everybody is connected, and has read the room. */
  async conversation(
    people: number,
    handicapOf: (place: number) => Handicap = () => ({}),
  ): Promise<Conversation> {
    const everybody = await Promise.all(Array.from({ length: people }, () => this.person()));
    const [owner, ...members] = everybody;
    if (!owner) {
      throw new Error('A conversation needs somebody');
    }
    const room = await makeRoom(owner, { members });
    const clients = everybody.map((person, place) => new ChatClient(person, room.id, handicapOf(place)));
    await Promise.all(clients.map((client) => this.enter(client)));
    return { room, clients };
  }

  /** Another client in a room, which its person may read. */
  async enter(client: ChatClient): Promise<void> {
    this.clients.push(client);
    await client.start();
  }

  /** A way to the server of its own, for somebody to whom something happens alone. */
  async ownProxy(): Promise<TcpProxy> {
    const proxy = await TcpProxy.start(() => Number(new URL(this.server.url).port));
    this.ownProxies.push(proxy);
    return proxy;
  }

  async stop(): Promise<void> {
    this.clients.forEach((client) => client.stop());
    await Promise.all([this.proxy, ...this.ownProxies].map((proxy) => proxy.close()));
    await this.server.stop();
    await this.release();
  }
}
