import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actOn, type DraftAct } from './act-on-draft.js';
import { changesBetween, keyOf, reversed, withChanges, type Draft, type Place } from './draft.js';

const shifts = ['s1', 's2', 's3'];
const members = ['ana', 'ben', 'cas', 'dee'];
const leads = { needed: new Map([['s1', 1]]), canLead: ['cas', 'ana'] };
const empty: Draft = { places: [], forbidden: [] };

const place = (shift: string, member: string, about: Partial<Place> = {}): Place => ({
  shift,
  member,
  isLead: false,
  isPinned: false,
  source: 'hand',
  ...about,
});

const after = (draft: Draft, act: DraftAct): Draft => {
  const done = actOn(draft, act, leads);
  if (!done.ok) throw new Error(done.problems[0]?.code);
  return done.value;
};

const sorted = ({ places, forbidden }: Draft) => ({
  places: places.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b))),
  forbidden: forbidden.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b))),
});

describe('an act', () => {
  it('puts somebody there once, however often it is sent', () => {
    const once = after(empty, { act: 'put', shift: 's2', member: 'ben' });
    expect(once.places).toEqual([place('s2', 'ben')]);
    expect(after(once, { act: 'put', shift: 's2', member: 'ben' })).toEqual(once);
  });

  it('moves somebody with their pin', () => {
    const draft = { places: [place('s2', 'ben', { isPinned: true, source: 'fill' })], forbidden: [] };
    const moved = after(draft, { act: 'move', shift: 's2', member: 'ben', to: 's3' });
    expect(moved.places).toEqual([place('s3', 'ben', { isPinned: true })]);
    expect(after(moved, { act: 'move', shift: 's2', member: 'ben', to: 's3' })).toEqual(moved);
  });

  it('swaps two, and puts one in place of another', () => {
    const draft = { places: [place('s2', 'ben'), place('s3', 'ana')], forbidden: [] };
    const act: DraftAct = { act: 'swap', shift: 's2', member: 'ben', with: { shift: 's3', member: 'ana' } };
    const swapped = after(draft, act);
    expect(sorted(swapped).places).toEqual([place('s2', 'ana'), place('s3', 'ben')]);
    expect(after(swapped, act)).toEqual(swapped);
    const instead = after(draft, { ...act, with: { shift: 's2', member: 'dee' } });
    expect(sorted(instead).places).toEqual([place('s2', 'dee'), place('s3', 'ana')]);
  });

  it.each<[DraftAct, string]>([
    [{ act: 'pin', shift: 's1', member: 'ben' }, 'not-there'],
    [{ act: 'move', shift: 's2', member: 'ben', to: 's3' }, 'already-there'],
    [{ act: 'move', shift: 's1', member: 'ben', to: 's1' }, 'nothing'],
    [{ act: 'swap', shift: 's2', member: 'ben', with: { shift: 's3', member: 'ben' } }, 'nothing-to-swap'],
    [{ act: 'swap', shift: 's2', member: 'ben', with: { shift: 's3', member: 'ana' } }, 'already-there'],
    [{ act: 'swap', shift: 's1', member: 'ben', with: { shift: 's3', member: 'ana' } }, 'not-there'],
  ])('%j is refused as %s', (act, code) => {
    const draft = { places: [place('s2', 'ben'), place('s3', 'ben'), place('s3', 'ana')], forbidden: [] };
    const done = actOn(draft, act, leads);
    expect(done.ok ? 'nothing' : done.problems[0]?.code).toBe(code);
  });

  it('takes off whom it rules out', () => {
    const ruled = after(
      { places: [place('s2', 'ben')], forbidden: [] },
      { act: 'forbid', shift: 's2', member: 'ben' },
    );
    expect(ruled).toEqual({ places: [], forbidden: [{ shift: 's2', member: 'ben' }] });
    expect(after(ruled, { act: 'allow', shift: 's2', member: 'ben' })).toEqual(empty);
  });

  it('gives a shift the lead that it needs: the first who can, until staff choose', () => {
    const alone = after(empty, { act: 'put', shift: 's1', member: 'ana' });
    expect(alone.places).toEqual([place('s1', 'ana', { isLead: true })]);
    const both = after(alone, { act: 'put', shift: 's1', member: 'cas' });
    expect(both.places.filter(({ isLead }) => isLead).map(({ member }) => member)).toEqual(['ana']);
    const chosen = after(both, { act: 'lead', shift: 's1', member: 'cas' });
    expect(chosen.places.filter(({ isLead }) => isLead).map(({ member }) => member)).toEqual(['cas']);
    const left = after(chosen, { act: 'take', shift: 's1', member: 'cas' });
    expect(left.places).toEqual([place('s1', 'ana', { isLead: true })]);
  });
});

const pairing = fc.record({ shift: fc.constantFrom(...shifts), member: fc.constantFrom(...members) });
const acts: fc.Arbitrary<DraftAct> = fc.oneof(
  fc
    .tuple(fc.constantFrom('put', 'take', 'pin', 'unpin', 'lead', 'forbid', 'allow'), pairing)
    .map(([act, at]): DraftAct => ({ act, ...at })),
  fc.tuple(pairing, fc.constantFrom(...shifts)).map(([at, to]): DraftAct => ({ act: 'move', ...at, to })),
  fc.tuple(pairing, pairing).map(([at, other]): DraftAct => ({ act: 'swap', ...at, with: other })),
);

describe('any acts one after the other', () => {
  it('put nobody on a shift twice, and nobody is a lead too many', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), (list) => {
        let draft = empty;
        for (const act of list) {
          const done = actOn(draft, act, leads);
          if (done.ok) draft = done.value;
          expect(new Set(draft.places.map(keyOf)).size).toBe(draft.places.length);
          expect(new Set(draft.forbidden.map(keyOf)).size).toBe(draft.forbidden.length);
          const able = draft.places.filter(
            ({ shift, member }) => shift === 's1' && leads.canLead.includes(member),
          );
          const leading = draft.places.filter(({ shift, isLead }) => shift === 's1' && isLead);
          if (able.length > 0) expect(leading.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('are taken back one by one, each to exactly what was before', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), (list) => {
        const history = [empty];
        const steps = [];
        for (const act of list) {
          const before = history.at(-1) ?? empty;
          const done = actOn(before, act, leads);
          if (!done.ok) continue;
          const changes = changesBetween(before, done.value);
          expect(sorted(withChanges(before, changes))).toEqual(sorted(done.value));
          steps.push(changes);
          history.push(done.value);
        }
        let draft = history.at(-1) ?? empty;
        for (const changes of steps.toReversed()) {
          expect(sorted(draft)).toEqual(sorted(history.pop() ?? empty));
          draft = withChanges(draft, reversed(changes));
        }
        expect(sorted(draft)).toEqual(sorted(empty));
      }),
    );
  });

  it('that are done twice at once change nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 20 }), acts, (list, last) => {
        let draft = empty;
        for (const act of list) {
          const done = actOn(draft, act, leads);
          if (done.ok) draft = done.value;
        }
        const once = actOn(draft, last, leads);
        if (!once.ok) return;
        const twice = actOn(once.value, last, leads);
        // What was done already may be refused, which changes nothing either.
        if (twice.ok) expect(sorted(twice.value)).toEqual(sorted(once.value));
      }),
    );
  });
});
