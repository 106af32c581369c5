import fc from 'fast-check';
import { longestRef, looksLikeRef, makeRef, makeUid, refBase } from './ref.js';

describe('refBase', () => {
  it.each([
    [2027, 'Annual Conference', '2027-annual-conference'],
    [2027, 'Annual Conference 2027', '2027-annual-conference'],
    [2026, 'Co-operative Councils’ Innovation Network', '2026-co-operative-councils-innovation-network'],
    [2026, 'Cynhadledd y Gŵyl: tŷ a môr', '2026-cynhadledd-y-gwyl-ty-a-mor'],
    [2026, 'Straße & Łódź Ærø', '2026-strasse-and-lodz-aero'],
    [2026, '🎉', '2026-event'],
    [2026, '  ', '2026-event'],
    [2026, '2026', '2026-event'],
    [2026, 'ﬁrst №1', '2026-first-no1'],
  ])('%s %s → %s', (year, title, expected) => {
    expect(refBase(year, title)).toBe(expected);
  });

  it('is cut at a word', () => {
    const ref = refBase(2026, 'values and principles '.repeat(10));
    expect(ref.length).toBeLessThanOrEqual(longestRef);
    expect(ref).toMatch(/-(?:values|and|principles)$/);
  });
});

describe('makeRef', () => {
  it('counts on from 2', () => {
    const taken = new Set(['2027-launch', '2027-launch-2']);
    expect(makeRef(2027, 'Launch', (ref) => taken.has(ref))).toBe('2027-launch-3');
  });

  it('gives a free ref of the right form for any title', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 1000 }),
        fc.integer({ min: 0, max: 50 }),
        (title, others) => {
          const taken = new Set<string>();
          for (let index = 0; index <= others; index += 1) {
            const ref = makeRef(2026, title, (ref) => taken.has(ref));
            expect(looksLikeRef(ref)).toBe(true);
            expect(taken.has(ref)).toBe(false);
            taken.add(ref);
          }
        },
      ),
    );
  });
});

describe('makeUid', () => {
  const uuid = '01970000-0000-7000-8000-000000000001';
  it('joins the two', () => {
    expect(makeUid(uuid, 'events.example.org')).toBe(`${uuid}@events.example.org`);
  });
  it.each([
    ['nonsense', 'example.org'],
    [uuid, 'ŵyl.example.org'],
    [uuid, 'example.org\r\nX'],
    [uuid, ''],
  ])('refuses %j at %j', (id, domain) => {
    expect(() => makeUid(id, domain)).toThrow(RangeError);
  });
});
