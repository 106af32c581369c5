import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Pool } from '../../catalogue/domain/catalogue.js';
import {
  sampleCatalogue,
  sampleCode,
  sampleTicket,
} from '../../catalogue/domain/testing/sample-catalogue.js';
import { codeKey, keyOf, type Count } from './limits.js';
import { decide, type Decision } from './take.js';
import type { KeptPlace, Taking, Wanted } from './wanted.js';

const now = Temporal.Instant.from('2027-03-01T12:00:00Z');
const taking = (different: Partial<Taking> = {}): Taking => ({
  category: 'full',
  organisationId: 'rochdale',
  organisationKey: 'rochdale',
  discountPercent: 0,
  status: 'held',
  code: null,
  now,
  on: Temporal.PlainDate.from('2027-03-01'),
  isNew: true,
  isOver: false,
  ...different,
});

const pool = (
  id: string,
  capacity: number,
  ticketTypeIds: readonly string[],
  perOrganisation = false,
): Pool => ({
  id,
  position: 1,
  name: id,
  capacity,
  perOrganisation,
  ticketTypeIds,
});
const count = (id: string, taken: number, queued = 0): Count => ({ id, taken, queued });
const poolCount = (id: string, organisation = '') => keyOf({ kind: 'pool', subjectId: id, organisation });
const wants = (...ids: readonly string[]): Wanted[] =>
  ids.map((ticketTypeId, index) => ({ ticketTypeId, delegateId: `delegate ${index}` }));

const refusalOf = (decision: Decision) => (decision.ok ? null : decision.refusal);

describe('places', () => {
  const catalogue = sampleCatalogue({
    ticketTypes: [
      sampleTicket({ id: 'full' }),
      sampleTicket({ id: 'speaker', hidden: true, prices: [] }),
      sampleTicket({ id: 'workshop', needsApproval: true }),
      sampleTicket({ id: 'dinner', kind: 'add-on' }),
    ],
    pools: [
      pool('house', 3, ['full', 'speaker', 'workshop']),
      pool('each', 2, ['full'], true),
      pool('dining', 1, ['dinner']),
    ],
  });
  const take = (
    wanted: readonly Wanted[],
    counts: Readonly<Record<string, Count>> = {},
    as: Partial<Taking> = {},
    kept: readonly KeptPlace[] = [],
  ) => decide(catalogue, taking(as), wanted, new Map(Object.entries(counts)), kept);

  it('are exchanged within a limit whoever waits and however full it is, as long as it gives out no more', () => {
    const full = { [poolCount('house')]: count('1', 4, 2) };
    const stood = new Map([['1', 5]]);
    expect(take(wants('full'), full, { isNew: false, stood })).toMatchObject({ ok: true });
    // One place given back is no two places.
    expect(refusalOf(take(wants('full', 'full'), full, { isNew: false, stood }))).toMatchObject({
      code: 'queue-first',
    });
    // What was given back says nothing of another limit.
    expect(
      refusalOf(
        take(
          wants('full', 'dinner'),
          { ...full, [poolCount('dining')]: count('2', 1) },
          { isNew: false, stood },
        ),
      ),
    ).toMatchObject({ code: 'sold-out', pool: { id: 'dining' } });
  });
  it('are had while every limit has room', () => {
    expect(take(wants('full', 'full'), { [poolCount('house')]: count('1', 1) })).toMatchObject({ ok: true });
    expect(refusalOf(take(wants('full', 'full'), { [poolCount('house')]: count('1', 2) }))).toMatchObject({
      code: 'sold-out',
      left: 1,
      wanted: 2,
    });
    expect(refusalOf(take(wants('full', 'full', 'full')))).toMatchObject({
      code: 'organisation-limit',
      left: 2,
    });
  });

  it('are not had past those who wait, but by an offer and by staff who mean to', () => {
    const counts = { [poolCount('house')]: count('1', 0, 1) };
    expect(refusalOf(take(wants('full'), counts))).toEqual({ code: 'queue-first', what: 'house' });
    expect(take(wants('full'), counts, { status: 'offered' }).ok).toBe(true);
    expect(take(wants('full'), counts, { isOver: true }).ok).toBe(true);
    const offered: KeptPlace = { id: 'offered', ticketTypeId: 'full', status: 'offered', countIds: ['1'] };
    expect(take(wants('full'), counts, {}, [offered])).toMatchObject({
      ok: true,
      places: [{ from: offered }],
    });
  });

  it('that were sold before the capacity was lowered stay, and no more are sold', () => {
    expect(refusalOf(take(wants('full'), { [poolCount('house')]: count('1', 9) }))).toMatchObject({
      code: 'sold-out',
      left: 0,
    });
  });

  it('go over a limit where staff mean to, and it is told by how many', () => {
    const decision = take(wants('full', 'full'), { [poolCount('house')]: count('1', 3) }, { isOver: true });
    expect(decision).toMatchObject({ ok: true, overruns: [{ what: 'house', by: 2 }] });
  });

  it('that need approval take nothing yet, nor does what goes with them', () => {
    const full = { [poolCount('house')]: count('1', 3), [poolCount('dining')]: count('2', 1) };
    const decision = take(
      [
        { ticketTypeId: 'workshop', delegateId: 'ann' },
        { ticketTypeId: 'dinner', delegateId: 'ann' },
      ],
      full,
    );
    expect(decision).toMatchObject({ ok: true, places: [{ status: 'applied' }, { status: 'applied' }] });
    expect(decision.ok && decision.more.size).toBe(0);
    const applied: KeptPlace = { id: 'p', ticketTypeId: 'workshop', status: 'applied', countIds: [] };
    const accept = [{ ticketTypeId: 'workshop', delegateId: 'ann', takesUp: 'p' }];
    expect(refusalOf(take(accept, full, { status: 'confirmed' }, [applied]))).toMatchObject({
      code: 'sold-out',
    });
    expect(take(accept, {}, { status: 'confirmed' }, [applied])).toMatchObject({
      ok: true,
      places: [{ status: 'confirmed', from: applied, netPence: 19_500 }],
    });
  });

  it('that a code keeps are had with it alone, also when all else is full', () => {
    const code = sampleCode({ reserves: true, uses: 1, ticketTypeIds: ['full'] });
    const kept: KeptPlace = { id: 'kept', ticketTypeId: 'full', status: 'reserved', countIds: ['1'] };
    const full = { [poolCount('house')]: count('1', 3) };
    const decision = take(wants('full'), full, { code }, [kept]);
    expect(decision).toMatchObject({ ok: true, places: [{ from: kept, codeId: 'code' }] });
    // The house has counted it since it was kept; the organisation and the code have not.
    expect(decision.ok && [...decision.more.keys()]).toEqual([
      poolCount('each', 'rochdale'),
      keyOf(codeKey('code')),
    ]);
    expect(refusalOf(take(wants('full', 'full'), {}, { code }, [kept]))).toMatchObject({
      code: 'code-used',
      left: 1,
      wanted: 2,
    });
  });

  it('of a hidden ticket need a code in force that is for it', () => {
    const hidden = (code: Taking['code']) => refusalOf(take(wants('speaker'), {}, { code }));
    expect(hidden(null)).toMatchObject({ code: 'not-on-sale', why: 'hidden' });
    const price = { kind: 'price', pence: 0 } as const;
    expect(hidden(sampleCode({ ticketTypeIds: ['speaker'], priceChange: price }))).toBeNull();
    expect(hidden(sampleCode({ ticketTypeIds: ['full'], priceChange: price }))).toMatchObject({
      why: 'hidden',
    });
    expect(hidden(sampleCode({ ticketTypeIds: ['speaker'], endedAt: now }))).toMatchObject({ why: 'hidden' });
  });

  it.each([
    [{ status: 'paused' as const }, 'paused'],
    [{ opensAt: now.add({ seconds: 1 }) }, 'not-yet'],
    [{ closesAt: now }, 'closed'],
    [{ firstDay: '2027-02-27', lastDay: '2027-02-28' }, 'over'],
  ])('of a conference that is shut (%j) are for what is booked already', (conference, shut) => {
    const closed = sampleCatalogue({ conference, ticketTypes: [sampleTicket()] });
    const ask = (as: Partial<Taking>) => decide(closed, taking(as), wants('ticket'), new Map(), []);
    expect(refusalOf(ask({}))).toMatchObject({ code: 'not-on-sale', shut });
    expect(ask({ isNew: false }).ok).toBe(true);
  });

  it.each([
    [{ withdrawnAt: now }, 'withdrawn'],
    [{ onSaleFrom: now.add({ seconds: 1 }) }, 'not-yet'],
    [{ onSaleUntil: now }, 'ended'],
    [{ prices: [] }, 'not-for-category'],
  ])('of a ticket that is not sold (%j) are not had', (different, why) => {
    const offer = sampleCatalogue({ ticketTypes: [sampleTicket(different)] });
    expect(refusalOf(decide(offer, taking(), wants('ticket'), new Map(), []))).toMatchObject({
      code: 'not-on-sale',
      why,
    });
  });
});

describe('any series of takings', () => {
  it('never goes over any of three pools that overlap', () => {
    const names = ['a', 'b', 'c'];
    const offer = fc.record({
      capacities: fc.tuple(fc.nat(8), fc.nat(8), fc.nat(8)),
      asked: fc.array(fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }), { maxLength: 20 }),
    });
    fc.assert(
      fc.property(offer, ({ capacities, asked }) => {
        const members = [['a', 'b'], ['b', 'c'], names] as const;
        const catalogue = sampleCatalogue({
          ticketTypes: names.map((id) => sampleTicket({ id })),
          pools: capacities.map((capacity, index) => pool(`pool ${index}`, capacity, members[index] ?? [])),
        });
        const counts = new Map<string, Count>();
        for (const wanted of asked) {
          const decision = decide(catalogue, taking(), wants(...wanted), counts, []);
          const fits = capacities.every((capacity, index) => {
            const more = wanted.filter((id) => (members[index] ?? []).some((member) => member === id)).length;
            return more === 0 || (counts.get(poolCount(`pool ${index}`))?.taken ?? 0) + more <= capacity;
          });
          expect(decision.ok).toBe(fits);
          if (!decision.ok) continue;
          for (const [name, { places }] of decision.more) {
            counts.set(name, count(name, (counts.get(name)?.taken ?? 0) + places));
          }
        }
        for (const [index, capacity] of capacities.entries()) {
          expect(counts.get(poolCount(`pool ${index}`))?.taken ?? 0).toBeLessThanOrEqual(capacity);
        }
      }),
    );
  });
});
