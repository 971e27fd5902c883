import type { SessionClosed } from '@parley/contracts';
import type { RealtimeSocket } from './gateway.js';

/** Tells the client why, then ends its connection. */
export function closeSocket(socket: RealtimeSocket, reason: SessionClosed['reason']): void {
  socket.emit('session:closed', { reason });
  socket.disconnect(true);
}

/** What a WebSocket offers beyond what the types of engine.io tell of it. */
interface WebSocketTransport {
  socket?: { bufferedAmount: number; terminate: () => void };
}

/** Packets and bytes that wait for a client to take them. */
export function waitingFor({ conn }: RealtimeSocket): { packets: number; bytes: number } {
  // Not public, but the only place that knows: it holds what has not been given to the transport yet.
  const { writeBuffer } = conn as unknown as { writeBuffer: { data?: string | ArrayBufferView }[] };
  const inTransport = transportOf(conn).socket?.bufferedAmount ?? 0;
  const inBuffer = writeBuffer.reduce((bytes, { data }) => bytes + sizeOf(data), 0);
  return { packets: writeBuffer.length, bytes: inTransport + inBuffer };
}

/**
 * Ends a connection whose client does not read. A polite end would wait for what the client does not
 * take, and keep all of it in memory until then.
 */
export function cutSocket(socket: RealtimeSocket, reason: SessionClosed['reason']): void {
  socket.emit('session:closed', { reason });
  transportOf(socket.conn).socket?.terminate();
  socket.disconnect(true);
}

function transportOf(conn: RealtimeSocket['conn']): WebSocketTransport {
  return conn.transport as unknown as WebSocketTransport;
}

function sizeOf(data: string | ArrayBufferView | undefined): number {
  return typeof data === 'string' ? data.length : (data?.byteLength ?? 0);
}
