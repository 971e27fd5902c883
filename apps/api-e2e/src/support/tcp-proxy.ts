import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

interface Connection {
  client: Socket;
  server: Socket;
}

/** What a bad network does to every piece that goes through it. */
export interface Trouble {
  /** Milliseconds, in each direction. */
  delay: number;
  /** One piece of so many breaks the connection that it belongs to. */
  breaksEvery?: number;
}

/** Stands between clients and a server that may move, and does to their connections what networks do. */
export class TcpProxy {
  private readonly connections = new Set<Connection>();
  private losesAnswers = false;
  private trouble: Trouble = { delay: 0 };
  private pieces = 0;

  private constructor(
    private readonly listener: Server,
    private readonly portOf: () => number,
  ) {
    listener.on('connection', (client) => this.open(client));
  }

  /** @param portOf where the server listens now, on this machine */
  static async start(portOf: () => number): Promise<TcpProxy> {
    const listener = createServer().listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return new TcpProxy(listener, portOf);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.listener.address() as AddressInfo).port}`;
  }

  /** Ends every connection at once, as when a cable is pulled and noticed. */
  cutAll(): void {
    for (const { client, server } of this.connections) {
      client.destroy();
      server.destroy();
    }
  }

  /** From now on the server hears the clients, and they do not hear it. */
  loseAnswers(): void {
    this.losesAnswers = true;
  }

  /** Connections on which only a part of an answer was lost are of no use any more, and to be cut. */
  hearAnswers(): void {
    this.losesAnswers = false;
  }

  /** Takes nothing from the server any more, for the connections that there are: clients that do not read. */
  stall(): void {
    this.connections.forEach(({ server }) => server.pause());
  }

  resume(): void {
    this.connections.forEach(({ server }) => server.resume());
  }

  /** From now on, until the next word about it. */
  worsen(trouble: Trouble): void {
    this.trouble = trouble;
  }

  async close(): Promise<void> {
    this.cutAll();
    this.listener.close();
    await once(this.listener, 'close');
  }

  private open(client: Socket): void {
    const server = connect(this.portOf(), '127.0.0.1');
    const connection = { client, server };
    this.connections.add(connection);
    const end = () => {
      client.destroy();
      server.destroy();
      this.connections.delete(connection);
    };
    client.on('data', (bytes: Buffer) => this.pass(bytes, server, end));
    server.on('data', (bytes: Buffer) => {
      if (!this.losesAnswers) {
        this.pass(bytes, client, end);
      }
    });
    // A server that is down refuses: for the client the connection is cut.
    [client, server].forEach((socket) => socket.on('error', end).on('close', end));
  }

  private pass(bytes: Buffer, target: Socket, end: () => void): void {
    const { delay, breaksEvery } = this.trouble;
    this.pieces += 1;
    if (breaksEvery !== undefined && this.pieces % breaksEvery === 0) {
      end();
    } else if (delay > 0) {
      setTimeout(() => target.writable && target.write(bytes), delay);
    } else {
      target.write(bytes);
    }
  }
}
