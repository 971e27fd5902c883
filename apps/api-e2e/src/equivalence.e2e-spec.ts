import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Invite } from '@parley/contracts';
import fc from 'fast-check';
import { type Fate, LossyReader } from './support/lossy-reader.js';
import type { Person } from './support/person.js';
import { makeRoom } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

jest.setTimeout(120_000);

const RUNS = 15;
const PEOPLE = 3;

/** What people do. Refusals are answers as well: nobody may then see anything of it. */
const actions = {
  send: ({ person, path }: LossyReader, { choice }: Command) =>
    person.post(`${path}/messages`, { body: `message ${choice} @${person.username}` }),
  reply: (reader: LossyReader, { choice }: Command) =>
    reader.person.post(`${reader.path}/messages`, {
      ...{ body: `answer ${choice}`, replyToId: reader.messageId(choice) },
    }),
  edit: (reader: LossyReader, { choice }: Command) =>
    reader.person.patch(`/api/messages/${reader.messageId(choice)}`, { body: `edited ${choice}` }),
  delete: (reader: LossyReader, { choice }: Command) =>
    reader.person.delete(`/api/messages/${reader.messageId(choice)}`),
  react: (reader: LossyReader, { choice }: Command) => reader.person.put(reactionOf(reader, choice)),
  takeBack: (reader: LossyReader, { choice }: Command) => reader.person.delete(reactionOf(reader, choice)),
  pin: (reader: LossyReader, { choice }: Command) =>
    reader.person.put(`/api/messages/${reader.messageId(choice)}/pin`),
  unpin: (reader: LossyReader, { choice }: Command) =>
    reader.person.delete(`/api/messages/${reader.messageId(choice)}/pin`),
  callEverybody: ({ person, path }: LossyReader, { choice }: Command) =>
    person.post(`${path}/messages`, { body: `@room, message ${choice}` }),
  markUnread: ({ person, path }: LossyReader, { choice }: Command) =>
    person.put(`${path}/unread`, { seq: choice + 1 }),
  read: ({ person, path }: LossyReader, { choice }: Command) => person.put(`${path}/read`, { seq: choice }),
  rename: ({ person, path }: LossyReader, { choice }: Command) =>
    person.patch(path, { topic: `topic ${choice}` }),
  role: ({ person, path }: LossyReader, { choice }: Command, others: readonly LossyReader[]) =>
    person.patch(`${path}/members/${others[choice % PEOPLE]?.person.id ?? ''}`, {
      role: choice % 2 ? 'admin' : 'member',
    }),
  join: async (reader: LossyReader) => {
    await reader.person.post(`${reader.path}/join`);
    await enterUnlessGone(reader);
  },
  restrict: ({ person, path }: LossyReader, { choice }: Command) =>
    person.patch(path, { posting: choice % 2 ? 'admins' : 'everyone', slowModeSeconds: choice % 3 }),
  /** Who may invite makes a link for everybody else, and uses it. */
  accept: async (reader: LossyReader, _: Command, others: readonly LossyReader[]) => {
    const [owner] = others;
    const { body } = (await owner?.person.post<Partial<Invite>>(`${reader.path}/invites`, {})) ?? {};
    await reader.person.post(`/api/invites/${body?.token ?? ''}/accept`);
    await enterUnlessGone(reader);
  },
  leave: async (reader: LossyReader) => {
    const { status } = await reader.person.post(`${reader.path}/leave`);
    if (status === 204) {
      reader.leave();
    }
  },
  // Somebody may leave on another device while they read here: then there is nothing to see.
  catchUp: (reader: LossyReader) => reader.catchUp().catch(() => enterUnlessGone(reader)),
};

interface Command {
  who: number;
  action: keyof typeof actions;
  /** Which message, member or word it is about. */
  choice: number;
}

const command: fc.Arbitrary<Command> = fc.record({
  who: fc.nat(PEOPLE - 1),
  action: fc.constantFrom<Command['action'][]>(
    ...([
      'send',
      'send',
      'send',
      'reply',
      'reply',
      'edit',
      'edit',
      'delete',
      'read',
      'markUnread',
      'callEverybody',
    ] as const),
    ...(['react', 'react', 'react', 'takeBack', 'pin', 'pin', 'unpin'] as const),
    ...(['join', 'leave', 'rename', 'role', 'role', 'catchUp'] as const),
    ...(['restrict', 'accept'] as const),
  ),
  choice: fc.nat(50),
});
const fates = fc.array(fc.constantFrom<Fate>('lost', 'once', 'once', 'once', 'twice', 'late'), {
  minLength: 1,
  maxLength: 20,
});

describe('what people see', () => {
  let api: RunningApi;
  let people: Person[];

  beforeAll(async () => {
    api = await RunningApi.start();
    people = await Promise.all(Array.from({ length: PEOPLE }, () => api.person()));
  });

  afterAll(() => api.stop());

  it('equals what the server has, whatever they do, and whatever becomes of the events', async () => {
    const sockets = await Promise.all(people.map((person) => person.connect()));

    const property = fc.asyncProperty(
      fc.array(fc.array(command, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 15 }),
      fc.array(fates, { minLength: PEOPLE, maxLength: PEOPLE }),
      async (rounds, fatesOf) => {
        const readers = await openRoom(people, fatesOf);
        readers.forEach((reader, place) => sockets[place] && reader.listen(sockets[place]));
        await Promise.all(readers.map((reader) => reader.enter()));

        for (const commands of rounds) {
          await Promise.all(commands.map((one) => perform(one, readers)));
        }
        // Events that are under way arrive before the answers to these.
        await Promise.all(sockets.map((socket) => socket.emitWithAck('sync', { rooms: {} })));
        const views = await Promise.all(readers.map((reader) => reader.settle()));

        sockets.forEach((socket) => socket.removeAllListeners());
        expect(views.map((view) => view?.seen)).toEqual(views.map((view) => view?.fresh));
      },
    );
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
  });
});

/** A public room with everybody in it and a few messages. */
async function openRoom(people: readonly Person[], fatesOf: readonly Fate[][]): Promise<LossyReader[]> {
  const [owner, ...members] = people;
  if (!owner) {
    throw new Error('A room needs somebody');
  }
  const room = await makeRoom(owner, { members, visibility: 'public' });
  return people.map((person, place) => new LossyReader(person, room.id, fatesOf[place] ?? ['once']));
}

async function perform(command: Command, readers: readonly LossyReader[]): Promise<void> {
  const reader = readers[command.who];
  if (reader) {
    await actions[command.action](reader, command, readers);
  }
}

/** Few emoji on many messages: people meet. */
function reactionOf(reader: LossyReader, choice: number): string {
  const emoji = choice % 2 ? '👍' : '🎉';
  return `/api/messages/${reader.messageId(choice)}/reactions/${encodeURIComponent(emoji)}`;
}

async function enterUnlessGone(reader: LossyReader): Promise<void> {
  await reader.enter().catch(() => reader.leave());
}
