import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Ack,
  Message,
  MessageWindow,
  MemberPage,
  Problem,
  Room,
  RoomChanges,
  Synced,
} from '@parley/contracts';
import { RoomReplica } from '@parley/replica';
import { v7 as uuidv7 } from 'uuid';
import type { Fate } from './lossy-reader.js';
import type { ClientSocket, Person } from './person.js';

const ACK_PATIENCE = 3_000;
const PAUSE = 50;
/** Milliseconds by which events come late that do. */
const DELAY = 400;

/** What came of one attempt: `ok`, a code, or `no-answer`. */
type Outcome = string;

/** In what a client differs from one whose ears and whose clock are good. */
export interface Handicap {
  /** What becomes of the next event of the room. */
  nextFate?: () => Fate;
  /** Milliseconds that its clock is ahead of the time. */
  clockAhead?: number;
}

/**
 * A client that keeps its half of the delivery contract: it sends the same id until it is acknowledged, holds a
 * replica of one room, fills the gaps in it by the changes feed, and says where it is after every connect.
 */
export class ChatClient {
  readonly replica: RoomReplica;
  /** What was acknowledged, in the order of sending. */
  readonly acknowledged: Message[] = [];
  /** Every version of a message that came by an event. */
  readonly heard: Message[] = [];
  readonly outcomes = new Map<Outcome, number>();
  /** The longest attempt, in milliseconds. */
  slowest = 0;
  connects = 0;
  /** Why the server ended connections. */
  readonly closed: string[] = [];

  private readonly socket: ClientSocket;
  private isStopped = false;
  private isInside = false;
  private catchingUp: Promise<void> | undefined;

  constructor(
    readonly person: Person,
    readonly roomId: string,
    private readonly handicap: Handicap = {},
  ) {
    this.replica = new RoomReplica(roomId);
    this.socket = person.socket({
      ...{ autoConnect: false, reconnection: true, reconnectionDelay: PAUSE, reconnectionDelayMax: 250 },
      timeout: 3_000,
    });
    this.listen();
  }

  /** Resolves when the room was read. */
  async start(): Promise<void> {
    this.socket.connect();
    while (!this.isInside) {
      await sleep(PAUSE);
    }
  }

  stop(): void {
    this.isStopped = true;
    this.socket.disconnect();
  }

  /** Says something once, however often it has to be sent. @returns when it was acknowledged */
  async say(body: string, way: 'socket' | 'http' = 'socket'): Promise<Message> {
    const id = uuidv7({ msecs: Date.now() + (this.handicap.clockAhead ?? 0) });
    for (;;) {
      const startedAt = performance.now();
      const answer = way === 'socket' ? await this.sendBySocket(id, body) : await this.sendByHttp(id, body);
      this.slowest = Math.max(this.slowest, performance.now() - startedAt);
      const outcome = typeof answer === 'string' ? answer : 'ok';
      this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
      if (typeof answer !== 'string') {
        this.acknowledged.push(answer);
        return answer;
      }
      await sleep(PAUSE);
    }
  }

  /** Says one thing after the other until it is told to stop. */
  async talkUntil(isOver: () => boolean, pause: number, way: 'socket' | 'http' = 'socket'): Promise<void> {
    for (let number = 1; !isOver(); number += 1) {
      await this.say(`${this.person.username} ${number}`, way);
      await sleep(pause);
    }
  }

  private listen(): void {
    const { socket, replica } = this;
    socket.on('connect', () => {
      this.connects += 1;
      void this.resume();
    });
    socket.on('disconnect', (reason) => {
      // The library comes back by itself, but not when it was the server that ended the connection.
      if (reason === 'io server disconnect' && !this.isStopped) {
        setTimeout(() => socket.connect(), PAUSE);
      }
    });
    socket.on('session:closed', ({ reason }) => void this.closed.push(reason));
    socket.on('message:changed', (event) =>
      this.hear(event.roomId, () => {
        this.heard.push(...event.messages);
        replica.hearMessages(event);
      }),
    );
    socket.on('member:changed', (event) => this.hear(event.roomId, () => replica.hearMember(event)));
    socket.on('room:changed', (event) => this.hear(event.room.id, () => replica.hearRoom(event)));
    socket.on('room:heads', ({ rooms }) => {
      this.about(this.roomId, () => replica.hearHead(rooms[this.roomId] ?? 0));
    });
  }

  /** Events, which are lost, doubled and late as the handicap says. Heads are heard as they come. */
  private hear(roomId: string, arrive: () => void): void {
    const fate = this.handicap.nextFate?.() ?? 'once';
    if (fate === 'late') {
      setTimeout(() => this.about(roomId, arrive), DELAY);
    } else if (fate !== 'lost') {
      this.about(roomId, arrive);
    }
    if (fate === 'twice') {
      this.about(roomId, arrive);
    }
  }

  private about(roomId: string, hear: () => void): void {
    if (roomId === this.roomId) {
      hear();
      if (this.isInside && this.replica.isBehind) {
        void this.catchUp();
      }
    }
  }

  private async resume(): Promise<void> {
    if (!this.isInside) {
      await this.read();
      this.isInside = true;
    }
    const ack = await this.ask<Synced>('sync', { rooms: { [this.roomId]: this.replica.applied } });
    const room = ack?.ok && ack.data.rooms.find(({ id }) => id === this.roomId);
    if (room) {
      this.replica.hearHead(room.lastChange);
      await this.catchUp();
    } else if (this.socket.connected) {
      await sleep(PAUSE);
      await this.resume();
    }
  }

  /** Reads what was missed. What comes up meanwhile is read as well. */
  private catchUp(): Promise<void> {
    this.catchingUp ??= this.fillGaps().finally(() => (this.catchingUp = undefined));
    return this.catchingUp;
  }

  private async fillGaps(): Promise<void> {
    while (this.replica.isBehind && !this.isStopped) {
      // What is only late arrives by itself meanwhile.
      await sleep(PAUSE);
      const path = `/api/chatrooms/${this.roomId}/changes?limit=100&since=${this.replica.applied}`;
      const changes = await this.get<RoomChanges>(path);
      if (changes && this.replica.applyChanges(changes) === 'reset') {
        await this.read();
      }
    }
  }

  private async read(): Promise<void> {
    const path = `/api/chatrooms/${this.roomId}`;
    const room = await this.get<Room>(path);
    if (room) {
      this.replica.start(room);
      const arrived = this.replica.expectPage('newest');
      arrived(await this.get<MessageWindow>(`${path}/messages?limit=100`));
      this.replica.addMembers(
        (await this.get<MemberPage>(`${path}/members?limit=100`)) ?? { items: [], nextCursor: null },
      );
    }
  }

  /** Asks until it is answered. */
  private async get<Body>(path: string): Promise<Body | undefined> {
    while (!this.isStopped) {
      try {
        const { status, body } = await this.person.get<Body>(path);
        if (status === 200) {
          return body;
        }
        this.note((body as Problem).code);
      } catch {
        // Not connected, or cut: nobody knows anything.
        this.note('no-answer');
      }
      await sleep(PAUSE);
    }
    return undefined;
  }

  private note(outcome: Outcome): void {
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
  }

  private async sendBySocket(id: string, body: string): Promise<Message | Outcome> {
    if (!this.socket.connected) {
      return 'not-connected';
    }
    const ack = await this.ask<Message>('message:send', { id, roomId: this.roomId, body });
    return ack ? (ack.ok ? ack.data : ack.problem.code) : 'no-answer';
  }

  private async sendByHttp(id: string, body: string): Promise<Message | Outcome> {
    try {
      const answer = await this.person.post<Message | Problem>(`/api/chatrooms/${this.roomId}/messages`, {
        id,
        body,
      });
      return 'code' in answer.body ? answer.body.code : answer.body;
    } catch {
      return 'no-answer';
    }
  }

  private async ask<Data>(name: 'sync' | 'message:send', payload: object): Promise<Ack<Data> | undefined> {
    try {
      return (await this.socket.timeout(ACK_PATIENCE).emitWithAck(name, payload as never)) as Ack<Data>;
    } catch {
      return undefined;
    }
  }
}
