import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  DomainEvents,
  type Job,
  JobEntity,
  JobKind,
  JobRepository,
  Jobs,
  JobWorker,
  pauseAfter,
  Transactions,
} from '@parley/api-core';
import { TestDatabase } from '@parley/api-testing';

const greeting = new JobKind<{ name: string }>('greeting');

/** Real: everything down to PostgreSQL, with servers that die. */
describe('Jobs (PostgreSQL)', () => {
  let database: TestDatabase;
  const workers: JobWorker[] = [];

  beforeAll(async () => {
    database = await TestDatabase.create([JobEntity]);
  });

  afterAll(() => database.drop());

  beforeEach(() => database.source.query('DELETE FROM jobs'));

  /** Without waiting: one of them is in the middle of something that never ends. */
  afterEach(() => workers.splice(0).forEach((worker) => void worker.beforeApplicationShutdown()));

  /** One server. It works when it is woken, or once it has started. */
  const aServer = (work: (job: Job<{ name: string }>) => Promise<void>) => {
    const events = new DomainEvents();
    const transactions = new Transactions(database.source, events);
    const repository = new JobRepository(transactions);
    const jobs = new Jobs(repository, transactions);
    jobs.handle(greeting, work);
    const add = (name: string, key?: string) => transactions.run(() => jobs.add(greeting, { name }, key));
    const worker = new JobWorker(jobs, repository, events);
    workers.push(worker);
    return { transactions, jobs, add, worker };
  };
  const rows = () => database.source.getRepository(JobEntity).find();

  it('does what was committed, without being asked, and then it is gone', async () => {
    const { promise: done, resolve } = Promise.withResolvers<Job<{ name: string }>>();
    const { add, worker } = aServer(async (job) => resolve(job));
    worker.onApplicationBootstrap();

    await add('Ann');

    expect(await done).toMatchObject({ payload: { name: 'Ann' }, attempt: 1 });
    await worker.beforeApplicationShutdown();
    expect(await rows()).toEqual([]);
  });

  it('knows nothing of what was rolled back', async () => {
    const { transactions, jobs } = aServer(async () => undefined);

    const failing = transactions.run(async () => {
      await jobs.add(greeting, { name: 'Ann' });
      throw new Error('No');
    });

    await expect(failing).rejects.toThrow('No');
    expect(await rows()).toEqual([]);
  });

  it('takes nothing outside of a transaction, where it could be lost', async () => {
    const { jobs } = aServer(async () => undefined);

    await expect(jobs.add(greeting, { name: 'Ann' })).rejects.toThrow(/inside of a transaction/);
  });

  it('does once what is asked for twice with one key, and anew what is asked for afterwards', async () => {
    const names: string[] = [];
    const { add, worker } = aServer(async ({ payload }) => void names.push(payload.name));
    await add('first', 'ann');
    await add('second', 'ann');
    await add('other', 'ben');
    await worker.wake();
    await add('third', 'ann');

    await worker.wake();

    expect(names.toSorted()).toEqual(['first', 'other', 'third']);
  });

  it('is done once, however many servers there are', async () => {
    const names: string[] = [];
    const work = async ({ payload }: Job<{ name: string }>) => void names.push(payload.name);
    const first = aServer(work);
    const servers = [first, aServer(work), aServer(work)];
    const wanted = Array.from({ length: 30 }, (_, number) => `${number}`);
    await Promise.all(wanted.map((name) => first.add(name)));

    await Promise.all(servers.map(({ worker }) => worker.wake()));

    expect(names.toSorted()).toEqual(wanted.toSorted());
  });

  it('is taken over when its server dies in the middle of it', async () => {
    const begun = Promise.withResolvers<undefined>();
    const dying = aServer(async () => {
      begun.resolve(undefined);
      await new Promise(() => undefined);
    });
    const attempts: number[] = [];
    const other = aServer(async ({ attempt }) => void attempts.push(attempt));
    await dying.add('Ann');
    void dying.worker.wake();
    await begun.promise;
    await other.worker.wake();
    expect(attempts).toEqual([]);

    // As if the time had passed in which the first one should have been done.
    await database.source.query(`UPDATE jobs SET due_at = now() - interval '1 second'`);
    await other.worker.wake();

    expect(attempts).toEqual([2]);
    expect(await rows()).toEqual([]);
    await other.worker.beforeApplicationShutdown();
  });

  it('comes back after a failure, later each time, and stays to be seen when it is given up', async () => {
    const { add, worker } = aServer(async () => Promise.reject(new Error('No mail server')));
    await add('Ann');
    await worker.wake();
    const [failed] = await rows();

    expect(failed?.dueAt.getTime()).toBeGreaterThan(Date.now() + 1_000);
    expect([1, 2, 3, 12].map(pauseAfter)).toEqual([2_000, 8_000, 32_000, 3_600_000]);

    await database.source.query(`UPDATE jobs SET due_at = now(), attempts = 11`);
    await worker.wake();

    expect(await rows()).toEqual([expect.objectContaining({ failedAt: expect.any(Date), attempts: 12 })]);
    await worker.beforeApplicationShutdown();
  });
});
