import fc from 'fast-check';
import { hasChanges, markPaper } from './paper-changes.js';
import type { Paper, PaperEntry, PaperFact, PaperSection } from './paper.js';

const words = fc.constantFrom('', 'Hotel', 'Bologna', '9am to 11am', 'Ann O’Example');
const fact: fc.Arbitrary<PaperFact> = fc.tuple(fc.constantFrom('Seat', 'With', 'Phone'), words);
const entry = (key: string): fc.Arbitrary<PaperEntry> =>
  fc
    .record({
      time: words,
      title: words,
      facts: fc.array(fact, { maxLength: 3 }),
      text: words,
      cancelled: fc.option(words, { nil: undefined, freq: 3 }),
    })
    .map(({ cancelled, ...rest }) => ({ key, ...rest, ...(cancelled !== undefined && { cancelled }) }));
const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 });
const entries = keys.chain((some) => fc.tuple(...some.map(entry)));
const section = (key: string): fc.Arbitrary<PaperSection> =>
  fc.record({ key: fc.constant(key), title: words, entries });
const paper: fc.Arbitrary<Paper> = fc.record({
  title: words,
  about: fc.array(fact, { maxLength: 2 }),
  sections: keys.chain((some) => fc.tuple(...some.map(section))),
});

const one = (changes: Partial<PaperEntry> = {}): PaperEntry => ({
  key: 'visit',
  time: '9am to 11am, Rome time',
  title: 'Town hall',
  facts: [['With', 'The mayor']],
  text: '',
  ...changes,
});
const of = (...some: readonly PaperEntry[]): Paper => ({
  title: 'Programme',
  about: [['Visit', 'Emilia-Romagna']],
  sections: [{ key: '2027-03-28', title: 'Sunday', entries: some }],
});
const marksOf = (before: Paper | null, after: Paper) =>
  markPaper(before, after).sections.flatMap(({ entries: all }) =>
    all.map(({ key, mark, changes }) => [key, mark, changes.map(({ field }) => field)]),
  );

describe('what is different in a paper', () => {
  it('marks nothing of the first version, but what does not take place', () => {
    expect(marksOf(null, of(one(), one({ key: 'off', cancelled: 'Strike' })))).toEqual([
      ['visit', 'same', []],
      ['off', 'cancelled', []],
    ]);
  });

  it('marks what is new, different, cancelled and gone', () => {
    const before = of(one(), one({ key: 'same' }), one({ key: 'off' }), one({ key: 'gone' }));
    const after = of(
      one({ key: 'new' }),
      one({ time: '10am to 12 noon, Rome time', facts: [['With', 'The mayor’s deputy']] }),
      one({ key: 'same' }),
      one({ key: 'off', cancelled: 'Strike' }),
    );
    expect(marksOf(before, after)).toEqual([
      ['new', 'new', []],
      ['visit', 'changed', ['When', 'With']],
      ['same', 'same', []],
      ['off', 'cancelled', []],
      ['gone', 'gone', []],
    ]);
  });

  it('says what takes place again, and a fact that stands there twice as one', () => {
    expect(marksOf(of(one({ cancelled: '' })), of(one()))).toEqual([['visit', 'changed', ['Cancelled']]]);
    const twice = one({
      facts: [
        ['Room', '12'],
        ['Room', '14'],
      ],
    });
    const { sections } = markPaper(of(one({ facts: [['Room', '12']] })), of(twice));
    expect(sections[0]?.entries[0]?.changes).toEqual([{ field: 'Room', before: '12', after: '12; 14' }]);
  });

  it('keeps what a section said that is there no longer', () => {
    const { sections } = markPaper(of(one()), { ...of(), sections: [] });
    expect(sections).toMatchObject([{ title: 'Sunday', entries: [{ key: 'visit', mark: 'gone' }] }]);
  });

  it('finds nothing different in the same paper, as the database gives it back', () => {
    fc.assert(
      fc.property(paper, (some) => {
        const again = JSON.parse(JSON.stringify(some)) as Paper;
        expect(hasChanges(markPaper(some, again))).toBe(false);
      }),
    );
  });

  it('loses nothing: each entry of either version stands there once, those of the new one in their order and with their words', () => {
    fc.assert(
      fc.property(paper, paper, (before, after) => {
        const marked = markPaper(before, after).sections.flatMap(({ key, entries: all }) =>
          all.map((each) => ({ section: key, ...each })),
        );
        const now = marked.filter(({ mark }) => mark !== 'gone');
        const idOf = (part: string, { key }: { readonly key: string }) => `${part} ${key}`;
        const flat = ({ sections }: Paper) =>
          sections.flatMap(({ key, entries: all }) => all.map((each) => idOf(key, each)));
        expect(now.map((each) => idOf(each.section, each))).toEqual(flat(after));
        const gone = marked.filter(({ mark }) => mark === 'gone').map((each) => idOf(each.section, each));
        expect(gone.toSorted()).toEqual(
          flat(before)
            .filter((id) => !flat(after).includes(id))
            .toSorted(),
        );
        for (const each of now) {
          const wasThere = flat(before).includes(idOf(each.section, each));
          expect(each.mark === 'new').toBe(!wasThere && each.cancelled === undefined);
          expect(each.changes.length > 0).toBe(each.mark === 'changed');
        }
      }),
    );
  });
});
