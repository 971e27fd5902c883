import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Message, MessageEdits, MessageWindow, PinnedMessages, Room } from '@parley/contracts';
import type { Person } from './support/person.js';
import { nextEvents } from './support/person.js';
import { makeRoom, say } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

describe('what is done to messages', () => {
  let api: RunningApi;
  let ann: Person;
  let ben: Person;
  let stranger: Person;
  let room: Room;
  let message: Message;

  const reaction = (emoji: string, id = message.id) =>
    `/api/messages/${id}/reactions/${encodeURIComponent(emoji)}`;
  const refused = (status: number, code: string) => ({ status, body: { code } });

  beforeAll(async () => {
    api = await RunningApi.start();
    [ann, ben, stranger] = await Promise.all([api.person(), api.person(), api.person()]);
  });

  beforeEach(async () => {
    room = await makeRoom(ann, { members: [ben] });
    message = await say(ann, room.id, 'hello');
  });

  afterAll(() => api.stop());

  describe('reactions', () => {
    it('are heard by everybody, and are in history, changes and room lists', async () => {
      const heard = nextEvents(await ann.connect(), 'message:changed', 1);

      const { status, body } = await ben.put<Message>(reaction('❤️'));

      expect(status).toBe(200);
      expect(body).toEqual({
        ...message,
        ...{ change: message.change + 1, reactions: [{ emoji: '❤️', count: 1, userIds: [ben.id] }] },
      });
      expect(await heard).toEqual([{ roomId: room.id, messages: [body] }]);
      const path = `/api/chatrooms/${room.id}`;
      expect((await ann.get<MessageWindow>(`${path}/messages`)).body.items).toEqual([body]);
      expect((await ann.get(`${path}/changes?since=${message.change}`)).body).toMatchObject({
        ...{ upTo: body.change, messages: [body] },
      });
      expect((await ann.get<Room>(path)).body.lastMessage).toEqual(body);
    });

    it('are one for each person and emoji, also when they are sent at the same moment', async () => {
      const answers = await Promise.all([ann, ben, ann, ben].map((who) => who.put<Message>(reaction('👍'))));

      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      const { body } = await ann.delete<Message>(reaction('👍'));
      expect(body.reactions).toEqual([{ emoji: '👍', count: 1, userIds: [ben.id] }]);
      expect(body.change).toBe(message.change + 3);
    });

    it('are any emoji that there is, and nothing else', async () => {
      for (const emoji of ['👩🏿‍❤️‍💋‍👩🏽', '🏴󠁧󠁢󠁷󠁬󠁳󠁿', '#️⃣']) {
        expect((await ben.put(reaction(emoji))).status).toBe(200);
      }
      for (const text of ['ok', '👍👍', '❤', '<img>', '\u0000', ' ']) {
        expect(await ben.put(reaction(text))).toMatchObject(refused(400, 'request.invalid'));
      }
      expect((await ben.put('/api/messages/no-id/reactions/x')).status).toBe(400);
    });

    it('do not make a room unread, nor read', async () => {
      await ann.put(reaction('👍'));

      expect((await ben.get<Room>(`/api/chatrooms/${room.id}`)).body.me).toMatchObject({ unread: 1 });
    });

    it('come to an end with the room', async () => {
      await ann.patch(`/api/chatrooms/${room.id}`, { archived: true });
      expect(await ben.put(reaction('👍'))).toMatchObject(refused(409, 'room.archived'));
      await ann.patch(`/api/chatrooms/${room.id}`, { archived: false });
      expect((await ben.put(reaction('👍'))).status).toBe(200);

      expect((await ann.delete(`/api/chatrooms/${room.id}`)).status).toBe(204);
      expect(await ben.put(reaction('👍'))).toMatchObject(refused(404, 'message.not-found'));
    });
  });

  it('pins are listed, told in the history, and for admins of a channel', async () => {
    expect(await ben.put(`/api/messages/${message.id}/pin`)).toMatchObject(refused(403, 'message.forbidden'));
    const heard = nextEvents(await ben.connect(), 'message:changed', 2);

    const { body: pinned } = await ann.put<Message>(`/api/messages/${message.id}/pin`);

    expect(pinned.pinnedAt).not.toBeNull();
    expect(await heard).toMatchObject([
      { messages: [pinned] },
      { messages: [{ kind: 'system', authorId: ann.id, system: { kind: 'pinned', seq: message.seq } }] },
    ]);
    const list = await ben.get<PinnedMessages>(`/api/chatrooms/${room.id}/pins`);
    expect(list.body).toEqual({ items: [pinned] });
    expect((await ann.delete<Message>(`/api/messages/${message.id}/pin`)).body.pinnedAt).toBeNull();
  });

  it('pins are for both in a direct room', async () => {
    const { body: direct } = await ann.put<Room>('/api/chatrooms/direct', { userIds: [stranger.id] });
    const { id } = await say(ann, direct.id, 'our secret');

    expect((await stranger.put(`/api/messages/${id}/pin`)).status).toBe(200);
  });

  it('edits can be looked up by members, until the message is deleted', async () => {
    await ann.patch(`/api/messages/${message.id}`, { body: 'hello!' });
    const path = `/api/messages/${message.id}/edits`;

    expect((await ben.get<MessageEdits>(path)).body).toEqual({
      items: [{ body: 'hello', writtenAt: message.createdAt }],
    });
    expect(await stranger.get(path)).toMatchObject(refused(404, 'message.not-found'));
    await ann.delete(`/api/messages/${message.id}`);
    expect((await ben.get<MessageEdits>(path)).body).toEqual({ items: [] });
  });
});
