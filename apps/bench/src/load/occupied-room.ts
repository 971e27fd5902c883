import { v7 as uuidv7 } from 'uuid';
import type { Seat } from '../servers/subject.js';
import { Connection } from './connection.js';
import { FrameLog } from './frame-log.js';
import { textWith } from './message-text.js';
import { RoomLedger } from './room-ledger.js';

/** Sockets that are opened at the same time. */
const OPENING = 20;

/** A room with everybody connected, whose ledger knows what was said and who heard it. */
export class OccupiedRoom {
  readonly ledger = new RoomLedger();
  refused = 0;
  private readonly frames = new FrameLog();
  private readonly connections: Connection[] = [];

  private constructor(private readonly roomId: string) {}

  static async open(seats: readonly Seat[]): Promise<OccupiedRoom> {
    const room = new OccupiedRoom(seats[0]?.roomId ?? '');
    for (let first = 0; first < seats.length; first += OPENING) {
      await Promise.all(seats.slice(first, first + OPENING).map((seat) => room.enter(seat)));
    }
    return room;
  }

  /** How many different frames have brought what was said. */
  get frameCount(): number {
    return this.frames.count;
  }

  /** Somebody says something. Resolves when the server has answered. */
  async say(person: number): Promise<void> {
    const connection = this.connections[person % this.connections.length];
    const number = this.ledger.send();
    const command = { id: uuidv7(), roomId: this.roomId, body: textWith(number) };
    if (await connection?.send('message:send', command)) {
      this.ledger.accept(number);
    } else {
      this.refused += 1;
    }
  }

  close(): void {
    this.connections.forEach((connection) => connection.close());
  }

  private async enter(seat: Seat): Promise<void> {
    const connection = await Connection.open(seat);
    const reception = this.ledger.attend();
    const read = this.frames.reader();
    connection.onEvent = (frame) => reception.hear(read(frame));
    this.connections.push(connection);
  }
}
