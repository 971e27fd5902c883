import { randomUUID } from 'node:crypto';
import type { Message, Room } from '@parley/contracts';
import type { ClientSocket, Person } from './person.js';

interface RoomWishes {
  name?: string;
  visibility?: 'public' | 'private';
  /** Who is in it from the start, besides its maker. */
  members?: Person[];
}

/** A private room, made over HTTP by its owner. */
export async function makeRoom(owner: Person, { members = [], ...wishes }: RoomWishes = {}): Promise<Room> {
  const { status, body } = await owner.post<Room>('/api/chatrooms', {
    ...{ name: `room ${randomUUID()}`, visibility: 'private', ...wishes },
    ...(members.length > 0 && { memberIds: members.map(({ id }) => id) }),
  });
  if (status !== 201) {
    throw new Error(`No room was made: ${JSON.stringify(body)}`);
  }
  return body;
}

/** A message, sent over HTTP. */
export async function say(
  author: Person,
  roomId: string,
  body: string,
  replyToId?: string,
): Promise<Message> {
  const answer = await author.post<Message>(`/api/chatrooms/${roomId}/messages`, {
    body,
    ...(replyToId && { replyToId }),
  });
  if (answer.status !== 201) {
    throw new Error(`Nothing was said: ${JSON.stringify(answer.body)}`);
  }
  return answer.body;
}

/** The names of all events that a socket hears from now on, with what they are about. */
export function listen(socket: ClientSocket): { name: string; event: unknown }[] {
  const heard: { name: string; event: unknown }[] = [];
  socket.onAny((name: string, event: unknown) => heard.push({ name, event }));
  return heard;
}

/** The next that somebody says. Lines that tell of who came may be heard before it. Ask before it is said. */
export function nextText(socket: ClientSocket): Promise<Message> {
  return new Promise((resolve) => {
    socket.on('message:changed', ({ messages }) => {
      const [said] = messages.filter(({ kind }) => kind === 'text');
      if (said) {
        resolve(said);
      }
    });
  });
}
