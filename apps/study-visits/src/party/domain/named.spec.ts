import fc from 'fast-check';
import { nameThose } from './named.js';

const people = fc.uniqueArray(fc.record({ id: fc.uuid(), name: fc.string() }), { selector: ({ id }) => id });

describe('who of a party is named', () => {
  it('is whoever said yes and nobody else, in their order, and all others are counted', () => {
    fc.assert(
      fc.property(people, fc.array(fc.nat(20)), fc.array(fc.uuid()), (all, picked, strangers) => {
        const agreed = new Set([...picked.map((index) => all[index]?.id ?? ''), ...strangers]);
        const { named, others } = nameThose(all, agreed);
        expect(named.every(({ id }) => agreed.has(id))).toBe(true);
        expect(named.length + others).toBe(all.length);
        expect(all.filter((one) => !named.includes(one)).some(({ id }) => agreed.has(id))).toBe(false);
        expect(named.map((one) => all.indexOf(one))).toEqual(
          named.map((one) => all.indexOf(one)).toSorted((a, b) => a - b),
        );
      }),
    );
  });

  it('is nobody where nobody has answered', () => {
    expect(nameThose([{ id: 'a' }, { id: 'b' }], new Set())).toEqual({ named: [], others: 2 });
  });
});
