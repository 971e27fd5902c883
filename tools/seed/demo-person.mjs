import { setTimeout as sleep } from 'node:timers/promises';
import { portraitOf } from './portrait.mjs';

export const PASSWORD = 'tea and biscuits';

/** Somebody of the demo, who uses the API as everybody does. */
export class DemoPerson {
  constructor(url, profile) {
    this.url = url;
    this.profile = profile;
  }

  /** Registers, or signs in when the account is there already. */
  async signIn() {
    const { username, displayName, ...more } = this.profile;
    const email = `${username}@demo.invalid`;
    const account = { username, displayName, email, password: PASSWORD };
    const made = await this.request('POST', '/auth/register', account, [409]);
    const { accessToken, user } = made.accessToken ? made : await this.logIn(username);
    this.token = accessToken;
    this.id = user.id;
    if (made.accessToken) {
      await this.request('PATCH', '/users/me', more);
      await this.showPortrait();
    }
  }

  async showPortrait() {
    const form = new FormData();
    form.append('file', new Blob([await portraitOf(this.profile.username)], { type: 'image/png' }), 'me.png');
    const headers = { authorization: `Bearer ${this.token}` };
    await fetch(`${this.url}/api/users/me/avatar`, { method: 'PUT', headers, body: form });
  }

  async logIn(login) {
    const answer = await this.request('POST', '/auth/login', { login, password: PASSWORD }, [401]);
    if (!answer.accessToken) {
      throw new Error(`The name ${login} belongs to somebody else here: give the demo a server of its own.`);
    }
    return answer;
  }

  signOut() {
    return this.request('POST', '/auth/logout');
  }

  /** @returns the room, and whether it is new */
  async openRoom({ id, kind, name, topic }, others) {
    const userIds = others.map((other) => other.id);
    if (kind === 'direct' || kind === 'group') {
      return this.request('PUT', '/chatrooms/direct', { userIds });
    }
    const wish = { id, name, topic, visibility: kind, memberIds: userIds };
    const room = await this.request('POST', '/chatrooms', wish, [409]);
    // Somebody has given a room of theirs the name before.
    return room.id ? room : this.request('POST', '/chatrooms', { ...wish, name: `${name} (demo)` });
  }

  /** Says something, and corrects it if it is to be. @returns whether it was not there yet */
  async say(roomId, { id, body, edited, replyToId }) {
    const message = await this.request('POST', `/chatrooms/${roomId}/messages`, { id, body, replyToId });
    if (message.isNew && edited) {
      await this.request('PATCH', `/messages/${id}`, { body: edited });
    }
    return message.isNew;
  }

  read(roomId, seq) {
    return this.request('PUT', `/chatrooms/${roomId}/read`, { seq });
  }

  /** @throws unless it succeeds or is refused with one of the expected codes */
  async request(method, path, body, expected = []) {
    const headers = {
      ...(this.token && { authorization: `Bearer ${this.token}` }),
      ...(body && { 'content-type': 'application/json' }),
    };
    const response = await fetch(`${this.url}/api${path}`, { method, headers, body: JSON.stringify(body) });
    if (response.status === 429) {
      await sleep(1_000 * Number(response.headers.get('retry-after') ?? 1));
      return this.request(method, path, body, expected);
    }
    const answer = response.status === 204 ? {} : await response.json();
    if (!response.ok && !expected.includes(response.status)) {
      throw new Error(`${method} ${path}: ${answer.code} ${answer.detail ?? ''}`);
    }
    return { ...answer, isNew: response.status === 201 };
  }
}
