/** API → supervisor, once, as the first message. */
export interface StartPostgres {
  /** Absolute. The supervisor works in it and keeps the data in its folder `postgres`. */
  dataDirectory: string;
  /** The one of before, when the supervisor is replaced; otherwise a free one is taken. */
  port?: number;
  user: string;
  password: string;
  database: string;
}

/** Supervisor → API. */
export type SupervisorMessage =
  { kind: 'ready'; port: number } | { kind: 'failed'; reason: string } | { kind: 'log'; text: string };
