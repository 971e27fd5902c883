/**
 * One kind of work that is done after the transaction that asked for it. A kind is a constant of the feature
 * that does it; what it carries must be JSON, and holds no secret: it lies in the database until it is done.
 */
export class JobKind<Payload extends object> {
  /** For the compiler alone, which tells kinds apart by what they carry. */
  declare readonly payload: Payload;

  constructor(readonly name: string) {}
}

/** A job as whoever does it gets it. The id is the same at every attempt. */
export interface Job<Payload extends object> {
  id: string;
  payload: Payload;
  /** 1 at the first time. */
  attempt: number;
}

/** Must bear being called twice for the same job: a server may die after the work and before it is noted. */
export type JobHandler<Payload extends object> = (job: Job<Payload>) => Promise<void>;

/** There is something to do, and it is committed. */
export class JobAdded {
  constructor(readonly kind: string) {}
}
