import fc from 'fast-check';
import { eventFormats, eventKinds } from '../../events/domain/event.js';
import { everything, filterParams, type Filter } from './filter.js';
import { filterParts } from './filter-parts.js';

const filters: fc.Arbitrary<Filter> = fc.record({
  kinds: fc.subarray([...eventKinds]),
  formats: fc.subarray([...eventFormats]),
  place: fc.constantFrom('', 'Cardiff'),
  text: fc.constantFrom('', 'housing'),
  series: fc.constantFrom(null, 'officer-calls'),
  tag: fc.constantFrom(null, 'net zero'),
});

describe('filterParts', () => {
  it('gives one part for each thing in the address, and each takes only that away', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const whole = [...filterParams(filter)].map(String);
        const parts = filterParts(filter);
        expect(parts).toHaveLength(whole.length);
        parts.forEach(({ without }, index) => {
          expect([...filterParams(without)].map(String)).toEqual(whole.toSpliced(index, 1));
        });
      }),
    );
  });

  it('says what is filtered by', () => {
    const filter: Filter = {
      kinds: ['launch'],
      formats: ['in person'],
      place: 'Cardiff',
      text: 'net zero',
      series: 'officer-calls',
      tag: 'housing',
    };
    const words = (names?: ReadonlyMap<string, string>) =>
      filterParts(filter, names).map((part) => part.words);
    expect(words()).toEqual([
      'Launches',
      'In person',
      'Place: Cardiff',
      '“net zero”',
      'Series: Officer calls',
      'Tag: housing',
    ]);
    expect(words(new Map([['officer-calls', 'The monthly call']]))).toContain('Series: The monthly call');
    expect(filterParts(everything)).toEqual([]);
  });
});
