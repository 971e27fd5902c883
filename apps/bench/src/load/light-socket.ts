import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const TEXT = 0x81;
/** The length of a frame is one byte, or says that two or eight bytes follow with it. */
const TWO_BYTES = 126;
const EIGHT_BYTES = 127;
const MASKED = 0x80;
const NOTHING = Buffer.alloc(0);
/** All sockets read into the same place, one after the other: what they read is dealt with at once. */
const inbox = Buffer.alloc(256 * 1024);

/**
 * The least of a WebSocket that a server of ours can be measured with: whole text frames, nothing checked. The usual
 * client takes so long for each frame that the load would be slower than the server.
 */
export class LightSocket {
  onFrame: (frame: Buffer) => void = () => undefined;
  onClose: () => void = () => undefined;
  isOpen = true;
  private rest: Buffer = NOTHING;

  private constructor(private readonly socket: Socket) {}

  /** @param path with its query. @throws unless the server answers with a WebSocket */
  static open(url: string, path: string): Promise<LightSocket> {
    const { hostname, port, host } = new URL(url);
    return new Promise((resolve, reject) => {
      let isUpgraded = false;
      const read = (size: number): boolean => {
        const bytes = inbox.subarray(0, size);
        if (isUpgraded) {
          light.read(bytes);
        } else if (bytes.toString('latin1', 0, 12) === 'HTTP/1.1 101') {
          isUpgraded = true;
          resolve(light);
          light.read(bytes.subarray(bytes.indexOf('\r\n\r\n') + 4));
        } else {
          reject(new Error(bytes.toString('latin1')));
        }
        return true;
      };
      const socket = connect({
        host: hostname,
        port: Number(port),
        noDelay: true,
        onread: { buffer: inbox, callback: read },
      });
      const light = new LightSocket(socket);
      socket.once('error', reject).once('close', () => light.close());
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
      );
    });
  }

  send(text: string): void {
    const length = Buffer.byteLength(text);
    const head = length < TWO_BYTES ? 2 : 4;
    // Clients must mask what they send; with a mask of zeros it stays as it is.
    const frame = Buffer.alloc(head + 4 + length);
    frame[0] = TEXT;
    frame[1] = MASKED | (head === 2 ? length : TWO_BYTES);
    if (head === 4) {
      frame.writeUInt16BE(length, 2);
    }
    frame.write(text, head + 4);
    this.socket.write(frame);
  }

  close(): void {
    if (this.isOpen) {
      this.isOpen = false;
      this.socket.destroy();
      this.onClose();
    }
  }

  private read(bytes: Buffer): void {
    const all = this.rest.length === 0 ? bytes : Buffer.concat([this.rest, bytes]);
    let place = 0;
    for (;;) {
      const frame = frameAt(all, place);
      if (!frame) {
        break;
      }
      this.onFrame(all.subarray(frame.begin, frame.end));
      place = frame.end;
    }
    this.rest = place === all.length ? NOTHING : Buffer.from(all.subarray(place));
  }
}

/** Where the content of the frame is that begins at a place; undefined until all of it has come. */
function frameAt(bytes: Buffer, place: number): { begin: number; end: number } | undefined {
  if (bytes.length < place + 2) {
    return undefined;
  }
  const short = bytes.readUInt8(place + 1);
  const head = short === TWO_BYTES ? 4 : short === EIGHT_BYTES ? 10 : 2;
  if (bytes.length < place + head) {
    return undefined;
  }
  const length =
    head === 2 ? short : head === 4 ? bytes.readUInt16BE(place + 2) : bytes.readUInt32BE(place + 6);
  const begin = place + head;
  return bytes.length < begin + length ? undefined : { begin, end: begin + length };
}
