import type { Seat } from '../servers/subject.js';
import { LightSocket } from './light-socket.js';

/** The first bytes of a frame: Engine.IO's kind, and behind a message the kind of Socket.IO. */
const PING = '2'.charCodeAt(0);
const MESSAGE = '4'.charCodeAt(0);
const CONNECTED = '0'.charCodeAt(0);
const EVENT = '2'.charCodeAt(0);
const ACKNOWLEDGEMENT = '3'.charCodeAt(0);
const REFUSED = '4'.charCodeAt(0);

/** The place of the handshake among the commands, whose numbers begin with 1. */
const HANDSHAKE = 0;

interface Answer {
  resolve: (isAccepted: boolean) => void;
  reject: (error: Error) => void;
}

class ClosedError extends Error {
  override message = 'The server closed a socket';
}

/**
 * One socket, speaking Engine.IO and Socket.IO by hand: a real client would parse every frame for every person,
 * and be slower than the server that it measures.
 */
export class Connection {
  onEvent: (frame: Buffer) => void = () => undefined;
  private readonly pending = new Map<number, Answer>();
  private lastId = 0;

  private constructor(private readonly socket: LightSocket) {
    socket.onClose = () => this.pending.forEach(({ reject }) => reject(new ClosedError()));
  }

  /** Resolves when the server has let it in. @throws with the server's reason */
  static async open({ url, auth }: Seat): Promise<Connection> {
    const socket = await LightSocket.open(url, '/socket.io/?EIO=4&transport=websocket');
    const connection = new Connection(socket);
    await new Promise<void>((resolve, reject) => {
      connection.pending.set(HANDSHAKE, { resolve: () => resolve(), reject });
      socket.onFrame = (frame) => {
        if (frame[0] === MESSAGE && frame[1] === CONNECTED) {
          resolve();
        } else if (frame[0] === MESSAGE && frame[1] === REFUSED) {
          reject(new Error(frame.toString()));
        } else {
          connection.receive(frame);
        }
      };
      socket.send(`40${JSON.stringify(auth)}`);
    });
    connection.pending.delete(HANDSHAKE);
    return connection;
  }

  /** Resolves with whether the command was accepted. @throws when the socket closes before */
  send(command: string, payload: object): Promise<boolean> {
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve, reject) => {
      if (!this.socket.isOpen) {
        reject(new ClosedError());
        return;
      }
      this.pending.set(id, { resolve, reject });
      this.socket.send(`42${id}["${command}",${JSON.stringify(payload)}]`);
    });
  }

  close(): void {
    this.socket.close();
  }

  private receive(frame: Buffer): void {
    if (frame[0] === PING) {
      this.socket.send('3');
    } else if (frame[0] === MESSAGE && frame[1] === EVENT) {
      this.onEvent(frame);
    } else if (frame[0] === MESSAGE && frame[1] === ACKNOWLEDGEMENT) {
      const id = Number(frame.toString('latin1', 2, frame.indexOf('[')));
      this.pending.get(id)?.resolve(frame.includes('[{"ok":true,'));
      this.pending.delete(id);
    }
  }
}
