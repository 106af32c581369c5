import fc from 'fast-check';
import { markKinds, type Mark, type MarkKind } from './mark.js';
import { mergeMarks, statedOf, tallyOf } from './merge.js';

const mark = (id: string, kind: MarkKind, over: readonly string[] = [], travellerId = 'ann'): Mark => ({
  id,
  travellerId,
  kind,
  leave: null,
  over,
});

/** What happens on phones: somebody marks, or two phones hear of what the other has. */
type Step =
  | { readonly phone: number; readonly traveller: string; readonly kind: MarkKind }
  | { readonly phone: number; readonly hears: number };

const phones = 3;
const travellers = ['ann', 'bo'];
const phone = fc.nat(phones - 1);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      phone,
      traveller: fc.constantFrom(...travellers),
      kind: fc.constantFrom(...markKinds),
    }),
    fc.record({ phone, hears: phone }),
  ),
  { maxLength: 25 },
);

/** Each phone marks over what it knows then. @returns what each knows in the end, and all marks in the order in which they were made */
function play(given: readonly Step[]) {
  const known: Mark[][] = Array.from({ length: phones }, () => []);
  const made: Mark[] = [];
  for (const [index, step] of given.entries()) {
    const own = known[step.phone] ?? [];
    if ('hears' in step) known[step.phone] = [...mergeMarks(own, known[step.hears] ?? [])];
    else {
      const over = own.filter(({ travellerId }) => travellerId === step.traveller).map(({ id }) => id);
      // Ids do not rise with time: phones give them by themselves.
      const next = mark(`${(index * 7919) % 1000}-${index}`, step.kind, over, step.traveller);
      own.push(next);
      made.push(next);
    }
  }
  return { known, made };
}

const stateOfAll = (marks: readonly Mark[]) => [...tallyOf(travellers, marks).people.entries()];

describe('merging marks', () => {
  it('gives the same in whatever order, however often and in whatever parts they come', () => {
    fc.assert(
      fc.property(steps, fc.infiniteStream(fc.nat()), (given, numbers) => {
        const { made } = play(given);
        const draw = () => numbers.next().value as number;
        const twice = [...made, ...made.filter(() => draw() % 2 === 0)];
        const mixed = twice.map((each) => [draw(), each] as const).toSorted(([a], [b]) => a - b);
        const arrived = mixed.map(([, each]) => each);
        const cut = arrived.length === 0 ? 0 : draw() % arrived.length;
        const merged = mergeMarks(arrived.slice(cut), mergeMarks(arrived.slice(0, cut)));
        expect(merged).toEqual(mergeMarks(made));
        expect(stateOfAll(arrived)).toEqual(stateOfAll(made));
      }),
    );
  });

  it('loses nothing: what somebody said stands until a mark is made that knew of it', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const { made } = play(given);
        for (const traveller of travellers) {
          const own = made.filter(({ travellerId }) => travellerId === traveller);
          const { standing, state, known } = statedOf(own);
          expect(known).toHaveLength(own.length);
          for (const each of own) {
            const isSeen = own.some(({ over }) => over.includes(each.id));
            if (each.kind !== 'open') expect(standing.includes(each)).toBe(!isSeen);
          }
          const kinds = new Set(standing.map(({ kind }) => kind));
          expect(state === 'contradiction').toBe(kinds.size > 1);
        }
      }),
    );
  });

  it('agrees on every phone once each has heard of all, and a mark over all settles it', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...markKinds), (given, kind) => {
        const { known } = play(given);
        const [first, ...others] = known.map((_, index) =>
          mergeMarks(...known.slice(index), ...known.slice(0, index)),
        );
        for (const other of others) expect(stateOfAll(other)).toEqual(stateOfAll(first ?? []));
        const ofAnn = (first ?? []).filter(({ travellerId }) => travellerId === 'ann');
        const settled = statedOf([mark('settled', kind, statedOf(ofAnn).known), ...ofAnn]);
        expect(settled.state).toBe(kind);
        expect(settled.standing.map(({ id }) => id)).toEqual(kind === 'open' ? [] : ['settled']);
      }),
    );
  });

  it.each([
    ['nobody marked', [], 'open'],
    ['one says here', [mark('1', 'here')], 'here'],
    ['two say the same without knowing of each other', [mark('1', 'here'), mark('2', 'here')], 'here'],
    ['two differ', [mark('1', 'here'), mark('2', 'missing')], 'contradiction'],
    ['the second knew of the first', [mark('1', 'here'), mark('2', 'missing', ['1'])], 'missing'],
    ['somebody takes back, another says here', [mark('2', 'open', ['1']), mark('3', 'here')], 'here'],
    [
      'what somebody takes back was said by two',
      [mark('1', 'missing'), mark('2', 'open', ['1']), mark('3', 'missing')],
      'missing',
    ],
    [
      'by way of a third',
      [mark('1', 'here'), mark('2', 'missing', ['1']), mark('3', 'elsewhere', ['2'])],
      'elsewhere',
    ],
    ['the one between has not come yet', [mark('1', 'here'), mark('3', 'missing', ['2'])], 'contradiction'],
    [
      'two claim to have seen each other',
      [mark('1', 'here', ['2']), mark('2', 'missing', ['1'])],
      'contradiction',
    ],
    ['one claims to have seen itself', [mark('1', 'here', ['1'])], 'here'],
  ] as const)('%s', (_what, marks, state) => {
    expect(statedOf(marks).state).toBe(state);
  });
});

describe('a count', () => {
  it('is accounted for once every name is, whatever of those who should not be there', () => {
    const here = [mark('1', 'here'), mark('9', 'missing', [], 'cy')];
    expect(tallyOf(travellers, here)).toMatchObject({
      isAccounted: false,
      numbers: { here: 1, open: 1, missing: 0 },
    });
    const both = [...here, mark('2', 'missing', [], 'bo')];
    expect(tallyOf(travellers, both)).toMatchObject({ isAccounted: true, numbers: { here: 1, missing: 1 } });
    const unlike = [...both, mark('3', 'here', [], 'bo')];
    expect(tallyOf(travellers, unlike)).toMatchObject({ isAccounted: false, numbers: { contradiction: 1 } });
    expect(tallyOf([], both).isAccounted).toBe(false);
  });
});
