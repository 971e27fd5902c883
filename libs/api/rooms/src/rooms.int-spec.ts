import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AppConfig, Channels, CoreModule, DomainEvents } from '@parley/api-core';
import { fromAbove, TestDatabase } from '@parley/api-testing';
import { insertUser } from '@parley/api-users/testing';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DirectRoomsService } from './direct-rooms.service.js';
import { MembersService } from './members.service.js';
import { MembershipRepository } from './membership.repository.js';
import { MembershipChanged, RoomEntered, RoomExited, RoomUpdated } from './room.events.js';
import { OwnPlaceService } from './own-place.service.js';
import { RoomCreationService } from './room-creation.service.js';
import { RoomListsService } from './room-lists.service.js';
import { RoomMessages } from './room-messages.js';
import { RoomNotes } from './room-notes.js';
import { RoomsModule } from './rooms.module.js';
import { RoomsService } from './rooms.service.js';
import { roomEntities } from './testing.js';

const noMessages: RoomMessages = {
  digests: async () => new Map(),
  markers: async () => [],
  newest: async () => null,
};
const noNotes: RoomNotes = { write: async () => undefined };

/** Real: every service down to PostgreSQL. Not there: HTTP, sockets, and messages. */
describe('rooms (PostgreSQL)', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;
  let rooms: RoomsService;
  let creation: RoomCreationService;
  let lists: RoomListsService;
  let members: MembersService;
  let places: OwnPlaceService;
  let direct: DirectRoomsService;
  let ann: Actor;
  let ben: Actor;
  let cleo: Actor;
  let told: object[];

  interface Actor {
    userId: string;
    sessionId: string;
  }
  const somebody = async (): Promise<Actor> => ({
    ...{ userId: await insertUser(database.source), sessionId: randomUUID() },
  });
  const aRoom = async (wishes: { memberIds?: string[]; visibility?: 'public' | 'private' } = {}) => {
    const command = { id: uuidv7(), name: `Tea ${randomUUID()}`, visibility: 'public' as const, ...wishes };
    return (await creation.create(command, ann)).room;
  };

  beforeAll(async () => {
    database = await TestDatabase.create(roomEntities);
    const config = AppConfig.fromEnv({ DATABASE_URL: database.url, JWT_SECRET: 'x'.repeat(32) });
    const imports = [
      CoreModule.forRoot(config),
      fromAbove({ provide: RoomMessages, useValue: noMessages }, { provide: RoomNotes, useValue: noNotes }),
      RoomsModule,
    ];
    app = await Test.createTestingModule({ imports }).compile();
    rooms = app.get(RoomsService);
    creation = app.get(RoomCreationService);
    lists = app.get(RoomListsService);
    members = app.get(MembersService);
    places = app.get(OwnPlaceService);
    direct = app.get(DirectRoomsService);
    const events = app.get(DomainEvents);
    for (const type of [RoomEntered, RoomExited, RoomUpdated, MembershipChanged]) {
      events.on<object>(type, (event) => void told.push(event));
    }
  });

  beforeEach(async () => {
    [ann, ben, cleo] = await Promise.all([somebody(), somebody(), somebody()]);
    told = [];
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('makes a room once, with its members, and its maker as the owner', async () => {
    const command = { id: uuidv7(), name: 'Tea', visibility: 'private' as const, memberIds: [ben.userId] };

    const answers = await Promise.all([creation.create(command, ann), creation.create(command, ann)]);

    expect(answers.map(({ isNew }) => isNew).toSorted()).toEqual([false, true]);
    expect(answers[0].room).toEqual(answers[1].room);
    expect(answers[0].room).toMatchObject({
      ...{ kind: 'channel', name: 'Tea', memberCount: 2, lastSeq: 0, lastChange: 3 },
      me: { role: 'owner', unread: 0 },
    });
    await expect(creation.create({ ...command, name: 'Coffee' }, ann)).rejects.toMatchObject({
      code: 'request.idempotency-mismatch',
    });
    expect((await lists.mine(ben)).map(({ id }) => id)).toEqual([command.id]);
  });

  it('makes no room with people who are not there', async () => {
    const command = { id: uuidv7(), name: 'Tea', visibility: 'private' as const, memberIds: [randomUUID()] };

    await expect(creation.create(command, ann)).rejects.toMatchObject({ code: 'user.not-found' });
    expect(await lists.mine(ann)).toEqual([]);
  });

  it('keeps the names of public rooms apart, whatever their case', async () => {
    const { name } = await aRoom();
    const command = { id: uuidv7(), name: name.toUpperCase(), visibility: 'public' as const };

    await expect(creation.create(command, ben)).rejects.toMatchObject({ code: 'room.name-taken' });
    await expect(creation.create({ ...command, visibility: 'private' }, ben)).resolves.toBeDefined();
  });

  it('lists public rooms by name, page by page, and finds them by a part of it', async () => {
    const word = randomUUID();
    for (const name of ['b', 'A', 'c%']) {
      await creation.create({ id: uuidv7(), name: `${name} ${word}`, visibility: 'public' }, ann);
    }

    const first = await lists.directory(ben, { query: word.toUpperCase(), limit: 2 });
    const cursor = first.nextCursor ?? '';
    const second = await lists.directory(ben, { query: word.toUpperCase(), limit: 2, cursor });

    expect([...first.items, ...second.items].map(({ name }) => name.split(' ')[0])).toEqual(['A', 'b', 'c%']);
    expect(second.nextCursor).toBeNull();
    expect((await lists.directory(ben, { query: `% ${word}`, limit: 2 })).items).toHaveLength(1);
    await expect(lists.directory(ben, { query: 'else', limit: 2, cursor })).rejects.toMatchObject({
      code: 'request.invalid-cursor',
    });
  });

  it('numbers each change of a room, and tells who is in it', async () => {
    const { id } = await aRoom();
    told = [];

    await places.join(id, ben);
    await places.join(id, ben);
    await rooms.update(id, { topic: 'green' }, ann);
    await members.changeRole(id, ben.userId, 'admin', ann);
    await places.leave(id, ben);

    expect(told).toMatchObject([
      { changed: { change: 3, userId: ben.userId, member: { role: 'member' }, memberCount: 2 } },
      { userIds: [ben.userId], roomId: id },
      { room: { id, topic: 'green', lastChange: 4 } },
      { changed: { change: 5, member: { role: 'admin' } } },
      { changed: { change: 6, userId: ben.userId, member: null, memberCount: 1 } },
      { userIds: [ben.userId], roomId: id },
    ]);
    expect(await rooms.get(id, ann)).toMatchObject({ lastChange: 6, memberCount: 1, topic: 'green' });
  });

  it('takes sockets out of the channel before the commit, and again after it', async () => {
    const { id } = await aRoom({ memberIds: [ben.userId] });
    const channels = app.get(Channels);
    const memberships = app.get(MembershipRepository);
    const wasStillMember: boolean[] = [];
    const leave = channels.leave.bind(channels);
    channels.leave = async (userIds, roomId) => {
      const [row] = await database.source.query<{ left: boolean }[]>(
        'SELECT left_at IS NOT NULL AS left FROM memberships WHERE room_id = $1 AND user_id = $2',
        [roomId, ben.userId],
      );
      wasStillMember.push(row?.left === false);
      await leave(userIds, roomId);
    };

    await members.remove(id, ben.userId, ann);
    channels.leave = leave;

    expect(wasStillMember).toEqual([true, false]);
    expect(await memberships.find(id, ben.userId)).toBeNull();
  });

  it.each([
    ['was to come in', (id: string) => members.add(id, [cleo.userId], ann), () => cleo],
    ['was to go', (id: string) => members.remove(id, ben.userId, ann), () => ben],
  ])('lets sockets read anew when nobody knows whether the person %s', async (_, act, person) => {
    const { id } = await aRoom({ memberIds: [ben.userId] });
    const source = app.get(DataSource);
    const channels = app.get(Channels);
    const [transaction, reconnect] = [source.transaction.bind(source), channels.reconnect.bind(channels)];
    const reconnected: (readonly string[])[] = [];
    channels.reconnect = async (userIds) => void reconnected.push(userIds);
    // The commit happens, and its answer is lost.
    source.transaction = async (work: never) => {
      await transaction(work);
      throw new Error('Connection terminated unexpectedly');
    };

    const [answer] = await Promise.allSettled([act(id)]);
    Object.assign(source, { transaction });
    channels.reconnect = reconnect;

    expect(answer.status).toBe('rejected');
    expect(reconnected).toEqual([[person().userId]]);
  });

  it('keeps an owner as long as somebody is there, and gives an empty room to who comes', async () => {
    const { id } = await aRoom({ memberIds: [ben.userId] });

    await expect(places.leave(id, ann)).rejects.toMatchObject({ code: 'room.last-owner' });
    await expect(members.changeRole(id, ann.userId, 'member', ann)).rejects.toMatchObject({
      code: 'room.last-owner',
    });
    await members.changeRole(id, ben.userId, 'owner', ann);
    await places.leave(id, ann);
    await places.leave(id, ben);

    expect(await places.join(id, cleo)).toMatchObject({ memberCount: 1, me: { role: 'owner' } });
  });

  it('opens the same direct room for both, also when both ask at once', async () => {
    const [a, b] = await Promise.all([direct.open([ben.userId], ann), direct.open([ann.userId], ben)]);
    const group = await direct.open([ben.userId, cleo.userId], ann);
    const again = await direct.open([ann.userId, ben.userId], cleo);

    expect(a.id).toBe(b.id);
    expect(a).toMatchObject({ kind: 'direct', peers: [{ id: ben.userId }] });
    expect(b).toMatchObject({ peers: [{ id: ann.userId }] });
    expect(group.kind).toBe('group');
    expect(again.id).toBe(group.id);
  });

  it('does not find a group by people who are no longer those in it', async () => {
    const group = await direct.open([ben.userId, cleo.userId], ann);
    await places.leave(group.id, cleo);

    const fresh = await direct.open([ben.userId, cleo.userId], ann);

    expect(fresh.id).not.toBe(group.id);
  });

  it('makes no direct room with oneself alone', async () => {
    await expect(direct.open([ann.userId], ann)).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('keeps what one chose for a room to oneself', async () => {
    const { id } = await aRoom({ memberIds: [ben.userId] });
    const mutedUntil = '2030-01-01T00:00:00.000Z';

    const room = await places.update(id, { notify: 'mentions', mutedUntil, favourite: true }, ben);
    const loud = await places.update(id, { mutedUntil: null }, ben);

    expect(room.me).toMatchObject({ notify: 'mentions', mutedUntil, favourite: true });
    expect(loud.me).toMatchObject({ notify: 'mentions', mutedUntil: null });
    expect((await rooms.get(id, ann)).me).toMatchObject({ notify: 'all', favourite: false });
  });

  it('deletes a room with all that belongs to it, and tells who was in it', async () => {
    const { id } = await aRoom({ memberIds: [ben.userId] });
    await rooms.delete(id, ann);

    await expect(rooms.get(id, ann)).rejects.toMatchObject({ code: 'room.not-found' });
    const exits = told.filter((event) => event instanceof RoomExited);
    expect(exits).toMatchObject([{ roomId: id, userIds: expect.arrayContaining([ann.userId, ben.userId]) }]);
  });
});
