import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aProblem, FakeRealtime, settle } from '@parley/web-testing';
import { firstValueFrom } from 'rxjs';
import { Session } from '../session/session';
import { Network } from './network';
import { Realtime } from './realtime';
import { CREATE_SOCKET, type Handshake } from './socket';

type Listener = (...given: unknown[]) => void;

/** A socket whose server is the test. */
class FakeSocket {
  readonly listeners = new Map<string, Listener[]>();
  readonly sent: unknown[][] = [];
  connected = false;
  attempts = 0;
  ack: unknown = { ok: true, data: {} };

  on(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  off(): void {
    this.listeners.clear();
  }

  connect(): void {
    this.attempts += 1;
  }

  disconnect(): void {
    this.connected = false;
  }

  timeout(): this {
    return this;
  }

  async emitWithAck(...given: unknown[]): Promise<unknown> {
    this.sent.push(given);
    return this.ack;
  }

  receive(name: string, ...given: unknown[]): void {
    if (name === 'connect' || name === 'disconnect') {
      this.connected = name === 'connect';
    }
    this.listeners.get(name)?.forEach((listener) => listener(...given));
  }
}

describe('Realtime', () => {
  let socket: FakeSocket;
  let handshake: Handshake;
  let realtime: Realtime;
  const network = { isOnline: signal(true) };
  let session: { isSignedIn: ReturnType<typeof signal<boolean>>; renewed: number; ended: string };

  beforeEach(async () => {
    socket = new FakeSocket();
    network.isOnline.set(true);
    session = { isSignedIn: signal(true), renewed: 0, ended: '' };
    const fake = {
      isSignedIn: session.isSignedIn,
      token: async () => 'token',
      renew: async () => `renewed ${(session.renewed += 1)}`,
      end: (reason: string) => (session.ended = reason),
    };
    TestBed.configureTestingModule({
      providers: [
        { provide: Session, useValue: fake },
        { provide: Network, useValue: network },
        {
          provide: CREATE_SOCKET,
          useValue: (given: Handshake) => {
            handshake = given;
            return socket;
          },
        },
      ],
    });
    realtime = TestBed.inject(Realtime);
    await settle();
  });

  it('connects with the token of the session', async () => {
    const sent = await new Promise((resolve) => handshake(resolve));

    expect(socket.attempts).toBe(1);
    expect(sent).toEqual({ token: 'token' });
  });

  it('counts connections and tells its state', () => {
    const states = [realtime.state()];
    socket.receive('connect');
    states.push(realtime.state());
    socket.receive('disconnect');
    states.push(realtime.state());
    network.isOnline.set(false);
    states.push(realtime.state());

    expect(states).toEqual(['connecting', 'connected', 'reconnecting', 'offline']);
    expect(realtime.connections()).toBe(1);
  });

  it('connects at once when the network is back', async () => {
    network.isOnline.set(false);
    await settle();
    network.isOnline.set(true);
    await settle();

    expect(socket.attempts).toBe(2);
  });

  it('connects again by itself after a break', async () => {
    socket.receive('connect');
    const again = new Promise<void>((resolve) => (socket.connect = resolve));

    socket.receive('disconnect');

    await expect(again).resolves.toBeUndefined();
  });

  it('does not connect for who is not signed in', async () => {
    session.isSignedIn.set(false);
    await settle();

    realtime.reconnect();

    expect(socket.attempts).toBe(1);
  });

  it('renews the token when the handshake is refused for it', async () => {
    socket.receive('connect_error', Object.assign(new Error(), { data: aProblem('auth.token-expired') }));
    await settle();

    expect(session.renewed).toBe(1);
    expect(realtime.state()).toBe('reconnecting');
  });

  it('ends the session when the server says that it was revoked', () => {
    socket.receive('connect');
    socket.receive('session:closed', { reason: 'auth-revoked' });
    socket.receive('disconnect');

    expect(session.ended).toBe('revoked');
  });

  it('hands over a new token before the old one ends', async () => {
    socket.receive('connect');
    socket.receive('auth:expiring', { inSeconds: 60 });
    await settle();

    expect(socket.sent).toEqual([['auth:refresh', { token: 'token' }]]);
  });

  it('passes events on', async () => {
    const event = firstValueFrom(realtime.events('room:left'));
    socket.receive('room:left', { roomId: 'tea' });

    await expect(event).resolves.toEqual({ roomId: 'tea' });
  });

  it('turns a refused command into a ProblemError', async () => {
    socket.receive('connect');
    socket.ack = { ok: false, problem: aProblem('room.archived') };

    await expect(realtime.command('room:read', { roomId: 'tea', seq: 1 })).rejects.toMatchObject({
      problem: { code: 'room.archived' },
    });
  });

  it('has the shape of the fake that others test with', () => {
    const fake: Pick<Realtime, keyof FakeRealtime & keyof Realtime> = new FakeRealtime();

    expect(fake.state()).toBe(realtime.state());
  });

  it('does not keep a command for later', async () => {
    await expect(realtime.command('room:read', { roomId: 'tea', seq: 1 })).rejects.toThrow('not connected');
    expect(socket.sent).toEqual([]);
  });
});
