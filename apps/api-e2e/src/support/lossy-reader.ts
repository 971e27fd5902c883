import type { MemberPage, Message, MessageWindow, Room, RoomChanges } from '@parley/contracts';
import { RoomReplica } from '@parley/replica';
import type { ClientSocket, Person } from './person.js';

/** What becomes of an event on its way: `late` ones come after others that were sent later. */
export type Fate = 'lost' | 'once' | 'twice' | 'late';

/** A person's view of one room, by events of which some are lost, doubled or late, and by the changes feed. */
export class LossyReader {
  readonly replica: RoomReplica;
  private readonly late: (() => void)[] = [];
  private isInside = false;
  private place = 0;

  constructor(
    readonly person: Person,
    private readonly roomId: string,
    /** Of the first event, the second and so on; after the last one it begins anew. */
    private readonly fates: readonly Fate[],
  ) {
    this.replica = new RoomReplica(roomId);
  }

  get path(): string {
    return `/api/chatrooms/${this.roomId}`;
  }

  /** Of one of the messages that the reader sees, or an id that nothing has. */
  messageId(choice: number): string {
    const { messages } = this.replica;
    return messages[choice % Math.max(messages.length, 1)]?.id ?? this.roomId;
  }

  listen(socket: ClientSocket): void {
    socket.on('message:changed', (event) => {
      this.hear(event.roomId, () => this.replica.hearMessages(event));
    });
    socket.on('member:changed', (event) => this.hear(event.roomId, () => this.replica.hearMember(event)));
    socket.on('room:changed', (event) => this.hear(event.room.id, () => this.replica.hearRoom(event)));
  }

  /** Reads the room as somebody who has just come. */
  async enter(): Promise<void> {
    const room = await this.read<Room>(this.path);
    this.replica.start(room);
    this.isInside = true;
    const arrived = this.replica.expectPage('newest');
    const [page, members] = await Promise.all([
      this.read<MessageWindow>(`${this.path}/messages?limit=100`),
      this.read<MemberPage>(`${this.path}/members?limit=100`),
    ]);
    arrived(page);
    this.replica.addMembers(members);
  }

  leave(): void {
    this.isInside = false;
  }

  /** Fills the gaps that were noticed. */
  async catchUp(): Promise<void> {
    while (this.isInside && this.replica.isBehind) {
      const path = `${this.path}/changes?limit=3&since=${this.replica.applied}`;
      if (this.replica.applyChanges(await this.read<RoomChanges>(path)) === 'reset') {
        await this.enter();
      }
    }
  }

  /** The events that were late arrive, the newest first; what is missing then is read. */
  async settle(): Promise<{ seen: object; fresh: object } | null> {
    this.late
      .splice(0)
      .reverse()
      .forEach((arrive) => arrive());
    const { status, body: room } = await this.person.get<Room>(this.path);
    if (!this.isInside || status !== 200) {
      return null;
    }
    this.replica.hearHead(room.lastChange);
    await this.catchUp();
    const { replica } = this;
    return {
      seen: viewOf(replica.room, replica.messages, replica.members),
      fresh: viewOf(
        room,
        (await this.read<MessageWindow>(`${this.path}/messages?limit=100`)).items,
        (await this.read<MemberPage>(`${this.path}/members?limit=100`)).items,
      ),
    };
  }

  private hear(roomId: string, arrive: () => void): void {
    if (roomId !== this.roomId) {
      return;
    }
    const fate = this.fates[this.place++ % this.fates.length] ?? 'once';
    if (fate === 'late') {
      this.late.push(arrive);
    } else if (this.isInside && fate !== 'lost') {
      arrive();
      if (fate === 'twice') {
        arrive();
      }
    }
  }

  private async read<Body>(path: string): Promise<Body> {
    const { status, body } = await this.person.get<Body>(path);
    if (status !== 200) {
      throw new Error(`${path} was answered with ${status}: ${JSON.stringify(body)}`);
    }
    return body;
  }
}

type SeenRoom = Pick<
  Room,
  | 'name'
  | 'topic'
  | 'visibility'
  | 'archivedAt'
  | 'memberCount'
  | 'pictureUrl'
  | 'posting'
  | 'slowModeSeconds'
>;

/** All that somebody sees of a room. */
function viewOf(room: SeenRoom | null, messages: readonly Message[], members: MemberPage['items']): object {
  const { name, topic, visibility, archivedAt, memberCount } = room ?? {};
  const { pictureUrl, posting, slowModeSeconds } = room ?? {};
  return {
    room: { name, topic, visibility, archivedAt, memberCount, pictureUrl, posting, slowModeSeconds },
    messages: [...messages],
    members: members.toSorted((a, b) => (a.user.id < b.user.id ? -1 : 1)),
  };
}
