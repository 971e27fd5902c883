import { randomBytes } from 'node:crypto';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { PASSWORD, type Person } from './journey';

/** The API as a program uses it, to make what a journey begins with and to look at what it left behind. */
export class Rest {
  private constructor(
    private readonly request: APIRequestContext,
    private readonly headers: Record<string, string>,
  ) {}

  /** In a session of its own, so that the person's stays as it is. */
  static async of({ page, username }: Pick<Person, 'page' | 'username'>): Promise<Rest> {
    const { origin } = new URL(page.url());
    const answer = await page.request.fetch(`${origin}/api/auth/login`, {
      method: 'POST',
      headers: { origin, cookie: '' },
      data: { login: username, password: PASSWORD },
    });
    const { accessToken } = (await answer.json()) as { accessToken: string };
    return new Rest(page.request, { authorization: `Bearer ${accessToken}` });
  }

  /** @returns the id of the room */
  async createRoom(name: string, members: readonly Person[], visibility = 'private'): Promise<string> {
    const memberIds = members.map(({ id }) => id);
    const room = await this.post<{ id: string }>('/api/chatrooms', {
      id: uuidv7(),
      name,
      visibility,
      ...(memberIds.length > 0 && { memberIds }),
    });
    return room.id;
  }

  /** Into a public room. Unlike those who are added, whoever comes by themselves is told nothing of it. */
  async join(roomId: string): Promise<void> {
    const answer = await this.request.post(`/api/chatrooms/${roomId}/join`, { headers: this.headers });
    expect(answer.ok(), await answer.text()).toBe(true);
  }

  /** @returns the id of the room with one other person */
  async openDirect({ id }: Pick<Person, 'id'>): Promise<string> {
    const answer = await this.request.put('/api/chatrooms/direct', {
      headers: this.headers,
      data: { userIds: [id] },
    });
    return ((await answer.json()) as { id: string }).id;
  }

  async changeRole(roomId: string, userId: string, role: string): Promise<void> {
    const path = `/api/chatrooms/${roomId}/members/${userId}`;
    const answer = await this.request.patch(path, { headers: this.headers, data: { role } });
    expect(answer.ok(), await answer.text()).toBe(true);
  }

  async say(roomId: string, body: string, replyToId?: string): Promise<{ id: string; seq: number }> {
    const content = { id: uuidv7(), body, ...(replyToId && { replyToId }) };
    return this.post(`/api/chatrooms/${roomId}/messages`, content);
  }

  /** "message 1", "message 2" and so on, in this order. */
  async sayMany(roomId: string, count: number): Promise<void> {
    for (let number = 1; number <= count; number += 1) {
      await this.say(roomId, `message ${number}`);
    }
  }

  /** @returns the id of the post */
  async publish(body: string, visibility: 'public' | 'followers' = 'public'): Promise<string> {
    return (await this.post<{ id: string }>('/api/posts', { body, visibility })).id;
  }

  /** What everybody sees of the newest messages of a room. */
  async bodies(roomId: string): Promise<string[]> {
    const answer = await this.request.get(`/api/chatrooms/${roomId}/messages`, { headers: this.headers });
    const { items } = (await answer.json()) as { items: { body: string }[] };
    return items.map(({ body }) => body);
  }

  private async post<Data>(path: string, data: object): Promise<Data> {
    const answer = await this.request.post(path, { headers: this.headers, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as Data;
  }
}

/** The socket of a page. While it is deaf, commands arrive at the server and their answers are lost. */
export async function tapSocket(page: Page): Promise<{ isDeaf: boolean }> {
  const tap = { isDeaf: false };
  await page.routeWebSocket(/socket\.io/, (client) => {
    const server = client.connectToServer();
    server.onMessage((frame) => {
      // "43" begins the answer to a command, and "42" an event.
      if (!tap.isDeaf || typeof frame !== 'string' || !/^4[23]/.test(frame)) {
        client.send(frame);
      }
    });
  });
  return tap;
}

function uuidv7(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
