import { createDecipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A message as the browser sees it. */
export interface Pushed {
  headers: IncomingHttpHeaders;
  path: string;
  payload: Record<string, unknown>;
}

/** Stands for a browser together with the service that wakes it: takes messages and decrypts them (RFC 8291). */
export class PushEndpoint {
  readonly pushed: Pushed[] = [];
  /** The answers to the next messages; 201 when there are none left. */
  readonly answers: number[] = [];
  private readonly keys: ECDH = createECDH('prime256v1');
  private readonly auth = randomBytes(16);

  private constructor(private readonly server: Server) {
    this.keys.generateKeys();
  }

  static async start(): Promise<PushEndpoint> {
    const server = createServer();
    const endpoint = new PushEndpoint(server);
    server.on('request', (request, response) => {
      void buffer(request).then((body) => {
        const status = endpoint.answers.shift() ?? 201;
        if (status === 201) {
          const payload = endpoint.decrypt(body);
          endpoint.pushed.push({ headers: request.headers, path: request.url ?? '', payload });
        }
        response.writeHead(status).end();
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return endpoint;
  }

  /** What a browser would hand to the server. */
  subscription(path = '/device') {
    const { port } = this.server.address() as AddressInfo;
    const p256dh = this.keys.getPublicKey('base64url');
    return {
      endpoint: `http://127.0.0.1:${port}${path}`,
      keys: { p256dh, auth: this.auth.toString('base64url') },
    };
  }

  async stop(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }

  private decrypt(body: Buffer): Record<string, unknown> {
    const salt = body.subarray(0, 16);
    const senderEnd = 21 + body.readUInt8(20);
    const sender = body.subarray(21, senderEnd);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.keys.getPublicKey(), sender]);
    const secret = hkdfSync('sha256', this.keys.computeSecret(sender), this.auth, info, 32);
    const part = (name: string, length: number) =>
      Buffer.from(hkdfSync('sha256', Buffer.from(secret), salt, `Content-Encoding: ${name}\0`, length));
    const decipher = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12));
    decipher.setAuthTag(body.subarray(-16));
    const padded = Buffer.concat([decipher.update(body.subarray(senderEnd, -16)), decipher.final()]);
    const text = padded.subarray(0, padded.lastIndexOf(2)).toString();
    return JSON.parse(text) as Record<string, unknown>;
  }
}
