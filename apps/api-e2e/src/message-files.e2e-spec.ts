import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  FileInfo,
  Message,
  MessageWindow,
  Problem,
  Room,
  RoomChanges,
  RoomFilePage,
} from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { DataDirectory, eventually } from './support/data-directory.js';
import { aPhotograph, uploaded } from './support/files.js';
import { nextEvents, type Person } from './support/person.js';
import { makeRoom, say } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

/** Ann and Ben are in the room, Cleo is a stranger. */
describe('files in messages', () => {
  let data: DataDirectory;
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let cleo: Person;
  let room: Room;

  beforeAll(async () => {
    data = await DataDirectory.create();
    api = await RunningApi.start({ env: { DATA_DIR: data.path } });
    [ann, ben, cleo] = await Promise.all([api.person('ann'), api.person('ben'), api.person('cleo')]);
  });

  beforeEach(async () => {
    room = await makeRoom(ann, { members: [ben] });
  });

  afterAll(async () => {
    await api.stop();
    await data.remove();
  });

  const refused = (status: number, code: string) => ({ status, body: { code } });
  const send = (who: Person, message: object, to = room) =>
    who.post<Message>(`/api/chatrooms/${to.id}/messages`, message);
  const idsOf = (files: readonly FileInfo[]) => files.map(({ id }) => id);
  const statusOf = async ({ url }: FileInfo) => (await fetch(api.url + url)).status;
  const bytesOf = (files: readonly string[]) => Promise.all(files.map((text) => uploaded(ann, text)));

  it('are sent with words or without, in their order, and everybody in the room has them', async () => {
    const files = [...(await bytesOf(['one', 'two'])), await uploaded(ann, await aPhotograph())];
    const heard = nextEvents(await ben.connect(), 'message:changed', 1);

    const { status, body } = await send(ann, { body: '', fileIds: idsOf(files) });
    const [event] = await heard;
    const path = `/api/chatrooms/${room.id}`;
    const { body: history } = await ben.get<MessageWindow>(`${path}/messages`);
    const { body: changes } = await ben.get<RoomChanges>(`${path}/changes?since=${body.change - 1}`);
    const { body: mine } = await ben.get<{ items: Room[] }>('/api/chatrooms/mine');

    expect([status, body.files]).toEqual([201, files]);
    expect(event?.messages).toEqual([body]);
    expect(history.items.at(-1)).toEqual(body);
    expect(changes.messages).toEqual([body]);
    expect(mine.items.find(({ id }) => id === room.id)?.lastMessage).toEqual(body);
    expect(await Promise.all(body.files.map(statusOf))).toEqual([200, 200, 200]);
  });

  it('are part of what is sent: the same again is the same, over the socket as well', async () => {
    const [file, other] = await bytesOf([randomUUID(), randomUUID()]);
    const message = { id: uuidv7(), body: 'look', fileIds: [file?.id] };
    const socket = await ann.connect();
    const command = { ...message, roomId: room.id, fileIds: [file?.id ?? ''] };

    const first = await send(ann, message);
    const again = await send(ann, message);
    const ack = await socket.emitWithAck('message:send', command);

    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect(ack).toEqual({ ok: true, data: first.body });
    expect(await send(ann, { ...message, fileIds: [other?.id] })).toMatchObject(
      refused(409, 'request.idempotency-mismatch'),
    );
    expect(await send(ann, { id: message.id, body: 'look' })).toMatchObject(
      refused(409, 'request.idempotency-mismatch'),
    );
  });

  it('are one’s own, or seen in a message: so they are forwarded, and not taken from others', async () => {
    const file = await uploaded(ann, randomUUID());
    const elsewhere = await makeRoom(cleo);
    const fileIds = [file.id];

    expect(await send(ben, { body: 'mine', fileIds })).toMatchObject(refused(404, 'file.not-found'));
    await send(ann, { body: 'here', fileIds });
    const forwarded = await send(ben, { body: 'from Ann', fileIds });

    expect([forwarded.status, idsOf(forwarded.body.files)]).toEqual([201, fileIds]);
    expect(await send(cleo, { body: 'mine', fileIds }, elsewhere)).toMatchObject(
      refused(404, 'file.not-found'),
    );
    await ben.post(`/api/chatrooms/${room.id}/leave`);
    const home = await makeRoom(ben);
    expect(await send(ben, { body: 'kept', fileIds }, home)).toMatchObject(refused(404, 'file.not-found'));
  });

  it('go with their message, and their bytes with their last use', async () => {
    const text = randomUUID();
    const [shared, copy] = [await uploaded(ann, text), await uploaded(ben, text)];
    const picture = await uploaded(ann, await aPhotograph(31, 17));
    const before = (await data.filesIn('files')).length;
    const { body: message } = await send(ann, { body: 'a', fileIds: [shared.id, picture.id] });
    const { body: kept } = await send(ben, { body: 'b', fileIds: [copy.id] });
    const answer = await say(ben, room.id, 'nice', message.id);

    await ann.delete(`/api/messages/${message.id}`);

    expect(await Promise.all([shared, picture, copy].map(statusOf))).toEqual([404, 404, 200]);
    const { body } = await ben.get<MessageWindow>(`/api/chatrooms/${room.id}/messages`);
    expect(body.items.find(({ id }) => id === message.id)).toMatchObject({ files: [], body: '' });
    expect(body.items.find(({ id }) => id === answer.id)?.replyTo?.excerpt).toBe('');
    // Of the picture there were two: itself, and its preview.
    await eventually(async () => expect(await data.filesIn('files')).toHaveLength(before - 2));
    await ben.delete(`/api/messages/${kept.id}`);
    await eventually(async () => expect(await data.filesIn('files')).toHaveLength(before - 3));
  });

  it('stay while another message has them, and are answered the same after they are gone', async () => {
    const file = await uploaded(ann, randomUUID());
    const message = { id: uuidv7(), body: '', fileIds: [file.id] };
    const [first, second] = [await send(ann, message), await send(ann, { body: '', fileIds: [file.id] })];

    await ann.delete(`/api/messages/${first.body.id}`);
    expect(await statusOf(file)).toBe(200);
    await ann.delete(`/api/messages/${second.body.id}`);

    expect(await statusOf(file)).toBe(404);
    expect(await send(ann, message)).toMatchObject({
      status: 200,
      body: { files: [], deletedAt: expect.any(String) },
    });
    expect(await send(ann, { body: '', fileIds: [file.id] })).toMatchObject(refused(404, 'file.not-found'));
  });

  it('are quoted by their name where there are no words, and words can be taken from beside them', async () => {
    const file = await uploaded(ann, 'text', { name: 'menu.txt' });
    const { body } = await send(ann, { body: 'lunch', fileIds: [file.id] });

    const edited = await ann.patch<Message>(`/api/messages/${body.id}`, { body: '' });
    const answer = await say(ben, room.id, 'nice', body.id);

    expect(edited).toMatchObject({ status: 200, body: { body: '', files: [{ id: file.id }] } });
    expect(answer.replyTo?.excerpt).toBe('menu.txt');
    expect(await ben.patch<Problem>(`/api/messages/${answer.id}`, { body: ' ' })).toMatchObject(
      refused(400, 'request.invalid'),
    );
  });

  it('are listed for the room, the newest first, by kind and page by page', async () => {
    const picture = await uploaded(ann, await aPhotograph());
    const [one, two, three] = await bytesOf(['1', '2', '3']);
    const first = await send(ann, { body: '', fileIds: [one?.id, picture.id] });
    await send(ben, { body: 'gone', fileIds: [(await uploaded(ben, 'gone')).id] }).then(({ body }) =>
      ben.delete(`/api/messages/${body.id}`),
    );
    await send(ann, { body: '', fileIds: [two?.id, three?.id] });
    const list = async (query = '') =>
      (await ben.get<RoomFilePage>(`/api/chatrooms/${room.id}/files${query}`)).body;
    const idsIn = ({ items }: RoomFilePage) => items.map(({ file }) => file.id);
    const page = await list('?limit=3');
    const cursor = page.nextCursor ?? '';

    expect(idsIn(page)).toEqual([three?.id, two?.id, picture.id]);
    expect(page.users.map(({ username }) => username)).toEqual(['ann']);
    expect(await list(`?limit=3&cursor=${cursor}`)).toMatchObject({
      items: [{ file: one, messageId: first.body.id, seq: first.body.seq, authorId: ann.id }],
      nextCursor: null,
    });
    expect(idsIn(await list('?kind=image'))).toEqual([picture.id]);
    expect(idsIn(await list('?kind=document'))).toEqual([three?.id, two?.id, one?.id]);
    expect(idsIn(await list('?kind=media'))).toEqual([]);
    const path = `/api/chatrooms/${room.id}/files`;
    expect(await ben.get(`${path}?kind=program`)).toMatchObject(refused(400, 'request.invalid'));
    expect(await ben.get(`${path}?kind=image&cursor=${cursor}`)).toMatchObject(
      refused(400, 'request.invalid-cursor'),
    );
    expect(await cleo.get(path)).toMatchObject(refused(404, 'room.not-found'));
  });

  it.each([
    ['nothing at all', { body: '' }],
    ['no words beside no files', { body: ' ', fileIds: [] }],
    ['what is no id', { body: 'a', fileIds: ['x'] }],
    ['too many', { body: 'a', fileIds: Array.from({ length: 11 }, () => randomUUID()) }],
    ['no list', { body: 'a', fileIds: randomUUID() }],
    ['null', { body: 'a', fileIds: null }],
  ])('are refused: %s', async (_, message) => {
    expect(await send(ann, message)).toMatchObject(refused(400, 'request.invalid'));
  });

  it('are refused as a whole when one is unknown, and nothing is written', async () => {
    const file = await uploaded(ann, 'text');

    expect(await send(ann, { body: 'a', fileIds: [file.id, randomUUID()] })).toMatchObject(
      refused(404, 'file.not-found'),
    );
    expect((await ann.get<Room>(`/api/chatrooms/${room.id}`)).body.lastSeq).toBe(room.lastSeq);
  });
});
