/** A place at which one person takes part in one room. */
export interface Seat {
  url: string;
  roomId: string;
  /** What the handshake carries. */
  auth: Readonly<Record<string, string>>;
}

/** Seconds of CPU since the start. */
export interface CpuTimes {
  server: number;
  database: number;
}

/** A server under test: the product, or the bare one that it is compared with. */
export interface Subject {
  readonly name: 'parley' | 'bare';
  /** Makes rooms with people in them. */
  seats(rooms: number, peoplePerRoom: number): Promise<Seat[][]>;
  cpuTimes(): CpuTimes;
  /** Resident memory of the server without its database, in bytes. */
  memory(): number;
  stop(): Promise<void>;
}
