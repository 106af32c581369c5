import { readinessItems, type Marks, type MarkStatus, type ReadinessItem } from './item.js';
import {
  compareBy,
  isListed,
  openByItem,
  type ListedTraveller,
  type ReadinessFilter,
} from './readiness-list.js';

const all: ReadinessFilter = { words: '', item: null, state: null };

function traveller(
  number: number,
  name: string,
  open: Partial<Record<ReadinessItem, MarkStatus>>,
): ListedTraveller {
  const marks = Object.fromEntries(
    readinessItems.map((item) => [item, { status: open[item] ?? 'done', words: null }]),
  ) as unknown as Marks;
  return { number, name, organisationName: `Council ${9 - number}`, marks, open: Object.keys(open).length };
}

const [ada, ben, cas] = [
  traveller(1, 'Ada', { passport: 'missing', insurance: 'missing' }),
  traveller(2, 'Ben', { passport: 'wrong' }),
  traveller(3, 'Cas', {}),
];

describe('the list of who is ready', () => {
  it.each([
    ['everybody', {}, [1, 2, 3]],
    ['by a name', { words: ' bEN ' }, [2]],
    ['by an organisation', { words: 'council 8' }, [1]],
    ['those of whom something is open', { state: 'open' as const }, [1, 2]],
    ['those who are ready', { state: 'ready' as const }, [3]],
    ['those of whom one thing is open', { item: 'insurance' as const }, [1]],
    ['both', { item: 'passport' as const, words: 'ada' }, [1]],
  ])('holds %s', (_what, filter, numbers) => {
    const listed = [ada, ben, cas].filter((each) => isListed(each, { ...all, ...filter }));
    expect(listed.map(({ number }) => number)).toEqual(numbers);
  });

  it.each([
    ['number', [1, 2, 3]],
    ['organisation', [3, 2, 1]],
    ['open', [3, 2, 1]],
    ['passport', [3, 1, 2]],
    ['deposit', [1, 2, 3]],
  ] as const)('is sorted by %s', (key, numbers) => {
    const sorted = [cas, ada, ben].toSorted((one, other) => compareBy(key, one, other));
    expect(sorted.map(({ number }) => number)).toEqual(numbers);
  });

  it('says of how many each thing is open', () => {
    expect(openByItem([ada, ben, cas])).toEqual([
      { item: 'passport', count: 2 },
      { item: 'insurance', count: 1 },
    ]);
  });
});
