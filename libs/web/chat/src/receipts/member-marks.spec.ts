import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fateOf, grown, type MemberMarks } from './member-marks';

const nobody: MemberMarks = new Map();
const ben = (lastReadSeq: number, lastDeliveredSeq = lastReadSeq) => ({
  userId: 'ben',
  lastReadSeq,
  lastDeliveredSeq,
});

describe('grown', () => {
  it('ends at the same, in whatever order and however often markers arrive, and whatever is lost before the last', () => {
    const marker = fc.record({
      userId: fc.constantFrom('ann', 'ben', 'cleo'),
      lastReadSeq: fc.nat(9),
      lastDeliveredSeq: fc.nat(9),
    });
    const property = fc.property(
      fc.array(marker).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all]))),
      ([all, heard]) => {
        const server = grown(nobody, all);
        const fresh = [...server].map(([userId, marks]) => ({ userId, ...marks }));

        const seen = grown(grown(nobody, heard), fresh);

        expect(new Map([...seen].toSorted())).toEqual(new Map([...server].toSorted()));
      },
    );
    fc.assert(property);
  });

  it('takes nothing back that was known, for who stops to share it', () => {
    expect(grown(grown(nobody, [ben(3)]), [ben(0, 4)]).get('ben')).toEqual({
      lastReadSeq: 3,
      lastDeliveredSeq: 4,
    });
  });
});

describe('fateOf', () => {
  it.each([
    [4, { isDelivered: false, readers: 0 }],
    [3, { isDelivered: true, readers: 0 }],
    [2, { isDelivered: true, readers: 1 }],
    [1, { isDelivered: true, readers: 2 }],
  ])('of message %i', (seq, expected) => {
    const marks = grown(nobody, [ben(2, 3), { ...ben(1), userId: 'cleo' }]);

    expect(fateOf(marks, seq)).toEqual(expected);
  });
});
