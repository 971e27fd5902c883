import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { cpuSeconds, residentBytes } from './process-usage.js';
import { ServerProcess } from './server-process.js';
import type { CpuTimes, Seat, Subject } from './subject.js';

const program = join(import.meta.dirname, 'bare-server.js');

/** The bare Socket.IO server. It knows no people: whoever connects names a room. */
export class BareSubject implements Subject {
  readonly name = 'bare';

  private constructor(private readonly process: ServerProcess) {}

  static async start(): Promise<BareSubject> {
    return new BareSubject(await ServerProcess.start([program], {}));
  }

  async seats(rooms: number, peoplePerRoom: number): Promise<Seat[][]> {
    const { url } = this.process;
    return Array.from({ length: rooms }, () => {
      const roomId = uuidv7();
      return Array.from({ length: peoplePerRoom }, () => ({ url, roomId, auth: { roomId } }));
    });
  }

  cpuTimes(): CpuTimes {
    return { server: cpuSeconds(this.process.pid), database: 0 };
  }

  memory(): number {
    return residentBytes(this.process.pid);
  }

  stop(): Promise<void> {
    return this.process.stop();
  }
}
