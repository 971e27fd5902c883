import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { commands, type Invite, type Problem, type SessionList } from '@parley/contracts';
import { v7 as uuidv7 } from 'uuid';
import { DataDirectory } from './support/data-directory.js';
import { Person } from './support/person.js';
import { postCommandTable, postRoutes } from './support/post-role-matrix.js';
import { routes, socketCommands } from './support/role-matrix.js';
import { type Place, roles } from './support/roles.js';
import { makeRoom, say } from './support/rooms.js';
import { RunningApi } from './support/running-api.js';

jest.setTimeout(30_000);

/** Who may do what, for all that can be done. The table is in `support/role-matrix.ts`. */
describe('who may do what', () => {
  let data: DataDirectory;
  let api: RunningApi;
  /** In the order of the columns. */
  let people: Person[];
  let targets: Person[];
  let newcomer: Person;
  let sessionId: string;

  beforeAll(async () => {
    data = await DataDirectory.create();
    api = await RunningApi.start({ env: { DATA_DIR: data.path } });
    // The first account is the administrator's.
    const administrator = await api.person();
    const [stranger, member, admin, owner, other] = await Promise.all(
      Array.from({ length: 5 }, () => api.person()),
    );
    if (!stranger || !member || !admin || !owner || !other) {
      throw new Error('Five people');
    }
    newcomer = other;
    people = [
      new Person(api.url, stranger.me, '', ''),
      stranger,
      stranger,
      member,
      admin,
      owner,
      administrator,
    ];
    targets = await Promise.all(roles.map(() => api.person()));
    const { body } = await newcomer.get<SessionList>('/api/auth/sessions');
    sessionId = body.items[0]?.id ?? '';
  });

  afterAll(async () => {
    await api.stop();
    await data.remove();
  });

  /** For what is about no room. */
  const nowhere = (): Place[] => {
    const { id } = newcomer;
    const nothing = { roomId: randomUUID(), messageId: uuidv7(), ownMessageId: uuidv7() };
    const inviteToken = 'x'.repeat(24);
    return people.map(() => ({
      ...{ targetId: id, newcomerId: id, sessionId, inviteToken },
      ...nothing,
    }));
  };
  /** A public and a private room, new for every line of the table, and what the call of each role is about. */
  const places = async (): Promise<Place[]> => {
    const [, , , member, admin, owner] = people;
    if (!member || !admin || !owner) {
      throw new Error('There are all roles');
    }
    const members = [member, admin, ...targets];
    const [open, secret] = await Promise.all(
      (['public', 'private'] as const).map((visibility) => makeRoom(owner, { members, visibility })),
    );
    const role = { role: 'admin' };
    await owner.patch(`/api/chatrooms/${secret?.id ?? ''}/members/${admin.id}`, role);
    return Promise.all(
      people.map(async (who, column) => {
        const roomId = (column === 1 ? open : secret)?.id ?? '';
        const target = targets[column] ?? owner;
        const { id: messageId } = await say(target, roomId, 'by somebody else');
        const isInside = [member, admin, owner].includes(who);
        const own = isInside ? await say(who, roomId, 'by oneself') : undefined;
        // One for each call, which may use it up.
        const { body: invite } = await owner.post<Invite>(`/api/chatrooms/${roomId}/invites`, {});
        const ids = { roomId, targetId: target.id, newcomerId: newcomer.id, sessionId };
        const inviteToken = invite.token;
        return { ...ids, inviteToken, messageId, ownMessageId: own?.id ?? messageId };
      }),
    );
  };

  /** One after the other: who may least comes first. */
  const outcomes = async (name: string, ask: (who: Person, place: Place) => Promise<number | string>) => {
    const answers: (number | string)[] = [];
    const isAboutRooms = /\{id\}|\{token\}|room:|message:|typing:|in a room/.test(name);
    for (const [column, place] of (isAboutRooms ? await places() : nowhere()).entries()) {
      const who = people[column];
      answers.push(who ? await ask(who, place) : '');
    }
    return Object.fromEntries(roles.map((role, column) => [role, answers[column]]));
  };
  const byRole = (expected: readonly (number | string)[]) =>
    Object.fromEntries(roles.map((role, column) => [role, expected[column]]));

  it('is known of every route', async () => {
    const document = (await (await fetch(`${api.url}/api/docs-json`)).json()) as {
      paths: Record<string, object>;
    };
    const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );

    const listed = new Set(
      Object.keys({ ...routes, ...postRoutes }).map((route) => route.replace(/ \(.*$/, '')),
    );
    expect([...listed].toSorted()).toEqual(documented.toSorted());
  });

  it('is known of every command', () => {
    const listed = Object.keys({ ...socketCommands, ...postCommandTable });
    expect(listed.toSorted()).toEqual(Object.keys(commands).toSorted());
  });

  it.each(Object.entries(socketCommands))('%s', async (name, { call, expected }) => {
    const answers = await outcomes(name, async (who, place) => {
      try {
        const socket = await who.connect();
        const ack = await call(socket, place, who);
        socket.disconnect();
        return ack.ok ? 'ok' : ack.problem.code;
      } catch (error) {
        return (error as { data: Problem }).data.code;
      }
    });

    expect(answers).toEqual(byRole(expected));
  });

  it.each(Object.entries(routes).filter(([route]) => /(chatrooms|messages)\/\{id\}/.test(route)))(
    '%s, about what does not exist',
    async (route, { call }) => {
      const [, , , , , owner] = people;
      const [place] = nowhere();

      const answer = owner && place && (await call(owner, place));

      const code = route.includes('/messages/{id}') ? 'message.not-found' : 'room.not-found';
      expect(answer).toMatchObject({ status: 404, body: { code } });
    },
  );

  it.each(Object.entries(routes))('%s', async (name, { call, expected }) => {
    const answers = await outcomes(name, async (who, place) => {
      const { status, body } = await call(who, place);
      // An answer to HEAD has no body, so there the status has to do.
      return status < 300 || name.startsWith('HEAD ') ? status : (body as Problem).code;
    });

    expect(answers).toEqual(byRole(expected));
  });
});
