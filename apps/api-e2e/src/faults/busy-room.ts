import { setTimeout as sleep } from 'node:timers/promises';
import type { Ack, Message, MessageWindow, Room } from '@parley/contracts';
import type { RunningApi } from '../support/running-api.js';
import type { ClientSocket, Person } from '../support/person.js';
import { v7 as uuidv7 } from 'uuid';

/** Milliseconds within which every answer must be there, however the server feels. */
const LONGEST_ANSWER = 15_000;
/** Milliseconds after which everything must work again. */
const HEALING = 35_000;
/** Milliseconds after which a client sends the same command again. */
const PATIENCE = 4_000;
const reconnect = { reconnection: true, reconnectionDelay: 50, reconnectionDelayMax: 200, timeout: 2_000 };

/** One person's messages in the order of sending, with the numbers that were acknowledged. */
export type Sent = { id: string; body: string; seq: number }[];

/** A room in which many people write without a pause, each sending a message again until it is stored. */
export class BusyRoom {
  readonly sent = new Map<string, Sent>();
  /** Codes and statuses that anybody was refused with. */
  readonly refusals = new Set<string>();
  private readonly work: Promise<void>[] = [];
  private isOver = false;

  private constructor(
    readonly id: string,
    readonly reader: Person,
  ) {}

  static async start(api: RunningApi, people: number): Promise<BusyRoom> {
    const owner = await api.person();
    const { body: room } = await owner.post<Room>('/api/chatrooms', { name: 'Busy', visibility: 'public' });
    const busy = new BusyRoom(room.id, owner);
    for (let count = 0; count < people; count += 1) {
      const writer = await api.person();
      await writer.post(`/api/chatrooms/${room.id}/join`);
      busy.work.push(busy.write(writer));
    }
    busy.work.push(busy.read());
    return busy;
  }

  /** Everybody finishes the message they are at. */
  async end(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.work);
  }

  /** Until as many messages more are stored. @throws when that does not happen within a healing's time */
  async hasGrown(by: number): Promise<void> {
    const before = this.count;
    const deadline = Date.now() + HEALING;
    while (this.count < before + by) {
      if (Date.now() > deadline) {
        this.isOver = true;
        throw new Error(
          `Only ${this.count - before} of ${by} messages came; refused: ${[...this.refusals].join()}`,
        );
      }
      await sleep(20);
    }
  }

  private get count(): number {
    return [...this.sent.values()].reduce((sum, sent) => sum + sent.length, 0);
  }

  private async write(writer: Person): Promise<void> {
    const socket = writer.socket(reconnect);
    // A server that says good-bye is not the end: another one comes in its place.
    socket.on('disconnect', (reason) => reason === 'io server disconnect' && socket.connect());
    const sent: Sent = [];
    this.sent.set(writer.id, sent);
    for (let count = 1; !this.isOver; count += 1) {
      const command = { id: uuidv7(), roomId: this.id, body: `${writer.username} ${count}` };
      const { seq } = await this.send(socket, command);
      sent.push({ id: command.id, body: command.body, seq });
    }
    socket.disconnect();
  }

  private async send(
    socket: ClientSocket,
    command: { id: string; roomId: string; body: string },
  ): Promise<Message> {
    for (;;) {
      const ack = await new Promise<Ack<Message> | undefined>((resolve) => {
        socket
          .timeout(PATIENCE)
          .emit('message:send', command, (error: Error | null, answer) =>
            resolve(error ? undefined : answer),
          );
      });
      if (ack?.ok) {
        return ack.data;
      }
      if (ack) {
        this.refusals.add(ack.problem.code);
        await sleep(ack.problem.retryAfterMs ?? 0);
      }
    }
  }

  /** What somebody sees who only reads, over HTTP. */
  private async read(): Promise<void> {
    while (!this.isOver) {
      const start = Date.now();
      const answer = await this.reader
        .get<MessageWindow>(`/api/chatrooms/${this.id}/messages`)
        .catch(() => undefined);
      if (answer && answer.status !== 200) {
        this.refusals.add(String(answer.status));
      }
      if (Date.now() - start > LONGEST_ANSWER) {
        this.refusals.add('too late');
      }
      await sleep(100);
    }
  }
}
