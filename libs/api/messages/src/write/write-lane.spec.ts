import { describe, expect, it } from '@jest/globals';
import { DatabaseError } from 'pg';
import type { MessageWriteRepository } from './message-write.repository.js';
import type { WriteRow } from './write-batch.statement.js';
import type { PendingWrite } from './write-command.js';
import { WriteLane } from './write-lane.js';

type Statement = 'free' | 'all';

/** A lane whose database is the test: it answers when it is told to. */
function setup() {
  const statements: { kind: Statement; bodies: string[]; answer: (rows: WriteRow[] | Error) => void }[] = [];
  const settled: string[][] = [];
  const rejected: string[] = [];
  const run = (kind: Statement) => (writes: readonly PendingWrite[]) =>
    new Promise<WriteRow[]>((resolve, reject) => {
      const bodies = writes.map(({ command }) => command.body);
      const answer = (rows: WriteRow[] | Error) => (rows instanceof Error ? reject(rows) : resolve(rows));
      statements.push({ kind, bodies, answer });
    });
  const repository: Partial<MessageWriteRepository> = { writeWhatIsFree: run('free'), writeAll: run('all') };
  const lane = new WriteLane(repository as MessageWriteRepository, (writes) => {
    settled.push(writes.map(({ command }) => command.body));
  });
  const add = (body: string, roomId = 'tea') => {
    const command = { id: body, roomId, authorId: 'ann', body, files: [] };
    const reject = () => void rejected.push(body);
    lane.add({ command, fingerprint: '', resolve: () => undefined, reject });
  };
  return { add, statements, settled, rejected };
}

const rows = (...outcomes: WriteRow['outcome'][]) =>
  outcomes.map((outcome, index) => ({ place: index + 1, outcome })) as WriteRow[];
/** Long enough for an answer to be settled, for the announcement of it, and for the next batch to begin. */
const turn = async () => {
  for (let count = 0; count < 4; count += 1) {
    await new Promise(setImmediate);
  }
};

describe('WriteLane', () => {
  it('writes together what arrived together, and what came meanwhile as the next batch', async () => {
    const { add, statements, settled } = setup();
    add('one');
    add('two');
    await turn();
    add('three');
    await turn();
    expect(statements.map(({ bodies }) => bodies)).toEqual([['one', 'two']]);

    statements[0]?.answer(rows('written', 'written'));
    await turn();

    expect(statements[1]?.bodies).toEqual(['three']);
    expect(settled).toEqual([['one', 'two']]);
  });

  it('lets other rooms pass while the messages of a busy room wait in their order', async () => {
    const { add, statements, settled } = setup();
    add('one', 'busy');
    add('two', 'free');
    await turn();
    statements[0]?.answer(rows('busy', 'written'));
    await turn();
    add('three', 'busy');
    add('four', 'free');
    await turn();

    expect(statements.slice(1).map(({ kind, bodies }) => [kind, bodies])).toEqual([
      ['all', ['one']],
      ['free', ['four']],
    ]);
    statements[2]?.answer(rows('written'));
    statements[1]?.answer(rows('written'));
    await turn();
    expect(statements[3]?.bodies).toEqual(['three']);
    expect(settled).toEqual([['two'], ['four'], ['one']]);
  });

  it('finds the one that is to blame when a batch is refused for its content', async () => {
    const { add, statements, rejected, settled } = setup();
    add('one');
    add('two');
    await turn();
    const duplicate = uniqueViolation();
    statements[0]?.answer(duplicate);
    await turn();
    statements[1]?.answer(duplicate);
    await turn();
    statements[2]?.answer(rows('written'));
    await turn();

    expect(statements.map(({ bodies }) => bodies)).toEqual([['one', 'two'], ['one'], ['two']]);
    expect(rejected).toEqual(['one']);
    expect(settled).toEqual([['two']]);
  });

  it('answers everybody when the database cannot be reached', async () => {
    const { add, statements, rejected } = setup();
    add('one');
    add('two');
    await turn();
    statements[0]?.answer(new Error('Connection terminated'));
    await turn();

    expect(rejected).toEqual(['one', 'two']);
  });
});

function uniqueViolation(): Error {
  return Object.assign(new DatabaseError('duplicate key', 0, 'error'), { code: '23505' });
}
