import { InjectionToken } from '@angular/core';
import { io, type Socket } from 'socket.io-client';

/** Gives the token for each attempt to connect. */
export type Handshake = (send: (auth: { token: string | null }) => void) => void;

/** Makes the page's socket, not yet connected. When to connect again is decided by `Realtime` alone. */
export const CREATE_SOCKET = new InjectionToken<(handshake: Handshake) => Socket>('CREATE_SOCKET', {
  factory: () => (handshake) =>
    io({ auth: handshake, autoConnect: false, reconnection: false, transports: ['websocket', 'polling'] }),
});
