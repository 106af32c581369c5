import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { findProblems } from './find-problems.js';
import type { Item } from './item.js';
import { ownItems, stretchesOf } from './own-day.js';
import type { Plan } from './plan.js';

const midnight = Temporal.Instant.from('2027-03-30T00:00:00Z');

/** Minutes after midnight of the visit’s only day. */
const item = (id: string, from: number, until: number, different: Partial<Item> = {}): Item => ({
  id,
  kind: 'visit',
  title: id,
  start: midnight.add({ minutes: from }),
  zone: 'UTC',
  end: midnight.add({ minutes: until }),
  endZone: 'UTC',
  stop: null,
  to: null,
  hostId: null,
  capacity: null,
  groupIds: [],
  language: null,
  needsInterpreter: false,
  bufferMinutes: 0,
  travelMinutes: null,
  description: '',
  notes: '',
  status: 'planned',
  version: 1,
  ...different,
});

const plan = (items: readonly Item[], different: Partial<Plan> = {}): Plan => ({
  visit: { firstDay: '2027-03-30', lastDay: '2027-03-30' },
  items,
  legs: [],
  travellers: ['ann', 'bob'],
  splits: [
    {
      id: 's',
      name: 'Morning',
      version: 1,
      groups: [
        { id: 'a', letter: 'A', name: '' },
        { id: 'b', letter: 'B', name: '' },
      ],
    },
  ],
  membership: new Map([
    ['ann', new Set(['a'])],
    ['bob', new Set(['b'])],
  ]),
  interpreters: [],
  ...different,
});

const bologna = { name: 'Bologna', address: null, point: { lat: 44.4938, lon: 11.3426 } };
const modena = { name: 'Modena', address: null, point: { lat: 44.6471, lon: 10.9252 } };

describe('findProblems', () => {
  it('finds nothing wrong where groups part and meet again', () => {
    const items = [
      item('co-op', 540, 660, { groupIds: ['a'] }),
      item('bank', 540, 660, { groupIds: ['b'] }),
      item('lunch', 660, 720),
    ];
    expect(findProblems(plan(items))).toEqual([]);
  });

  it('says for whom two things are at once, and for how long', () => {
    const items = [item('co-op', 540, 660, { groupIds: ['a'] }), item('talk', 630, 700)];
    expect(findProblems(plan(items))).toEqual([
      { code: 'overlap', itemIds: ['co-op', 'talk'], minutes: 30, travellerIds: ['ann'] },
    ]);
    // What is cancelled takes nobody’s time.
    expect(
      findProblems(
        plan([items[0] as Item, item('talk', 630, 700, { status: 'cancelled' }), item('x', 700, 710)]),
      ),
    ).toEqual([]);
  });

  it('counts what a thing wants before it, and the way to it at the stated speed', () => {
    const items = [
      item('talk', 540, 600, { stop: bologna }),
      item('factory', 630, 700, { stop: modena, bufferMinutes: 10 }),
    ];
    const [found] = findProblems(plan(items));
    // 37 km as the crow flies, at 80 km/h.
    expect(found).toMatchObject({
      code: 'too-little-time',
      minutes: 30,
      bufferMinutes: 10,
      way: { minutes: 28, kilometresAnHour: 80 },
      travellerIds: ['ann', 'bob'],
    });
    const transfer = item('coach', 600, 630, { kind: 'transfer', stop: bologna, to: modena });
    expect(findProblems(plan([...items, transfer]))).toMatchObject([
      { code: 'too-little-time', itemIds: ['coach', 'factory'], way: null },
    ]);
    expect(
      findProblems(plan([items[0] as Item, item('factory', 638, 700, { stop: modena, bufferMinutes: 10 })])),
    ).toEqual([]);
  });

  it('believes what is stated of a transfer, and else what the map makes plausible', () => {
    const coach = (different: Partial<Item>) =>
      findProblems(
        plan([item('coach', 600, 620, { kind: 'transfer', stop: bologna, to: modena, ...different })]),
      );
    expect(coach({})).toMatchObject([
      { code: 'transfer-too-short', minutes: 20, needed: 28, way: { kilometresAnHour: 80 } },
    ]);
    expect(coach({ travelMinutes: 20 })).toEqual([]);
    expect(coach({ travelMinutes: 21 })).toMatchObject([{ needed: 21, way: null }]);
  });

  it('counts who comes against the room that there is', () => {
    expect(findProblems(plan([item('lab', 540, 600, { capacity: 2 })]))).toEqual([]);
    expect(findProblems(plan([item('lab', 540, 600, { capacity: 1 })]))).toEqual([
      { code: 'over-capacity', itemIds: ['lab'], travellers: 2, capacity: 1 },
    ]);
    expect(
      findProblems(
        plan([
          item('lab', 540, 600, { capacity: 1, groupIds: ['a'] }),
          item('x', 540, 600, { groupIds: ['b'] }),
        ]),
      ),
    ).toEqual([]);
  });

  it('misses interpreters, those who do not speak the language, and those at two places', () => {
    const talk = item('talk', 540, 600, { needsInterpreter: true, language: 'Italian' });
    const tour = item('tour', 590, 700, { groupIds: ['a'], needsInterpreter: true });
    const rosa = (itemIds: readonly string[], languages = ['italian']) => ({
      id: 'r',
      name: 'Rosa',
      languages,
      itemIds,
    });
    expect(findProblems(plan([talk]))).toEqual([
      { code: 'interpreter-missing', itemIds: ['talk'], language: 'Italian' },
    ]);
    expect(findProblems(plan([talk], { interpreters: [rosa(['talk'])] }))).toEqual([]);
    expect(findProblems(plan([talk], { interpreters: [rosa(['talk'], ['Basque'])] }))).toMatchObject([
      { code: 'interpreter-language', interpreter: 'Rosa', language: 'Italian' },
    ]);
    const codes = findProblems(plan([talk, tour], { interpreters: [rosa(['talk', 'tour'])] })).map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['overlap', 'interpreter-twice']);
  });

  it('says who is in no group of a split by which something is planned', () => {
    const apart = item('co-op', 540, 660, { groupIds: ['a'] });
    const given = { membership: new Map([['ann', new Set(['a'])]]) };
    expect(findProblems(plan([apart, item('lunch', 660, 700)], given))).toMatchObject([
      { code: 'in-no-group', split: 'Morning', travellerIds: ['bob'] },
    ]);
    expect(findProblems(plan([item('lunch', 660, 700)], given))).toEqual([]);
  });

  it('says whose day is empty, and what lies outside the visit', () => {
    const far = item('dinner', -60, -10);
    expect(findProblems(plan([far]))).toEqual([
      { code: 'outside-visit', itemIds: ['dinner'], day: '2027-03-29' },
      { code: 'empty-day', itemIds: [], day: '2027-03-30', travellerIds: ['ann', 'bob'] },
    ]);
    const leg = { ...item('train', 600, 700), travellerIds: ['ann'] };
    expect(findProblems(plan([], { legs: [leg] }))).toMatchObject([
      { code: 'empty-day', travellerIds: ['bob'] },
    ]);
  });

  const anyItems = fc
    .array(
      fc.record({
        from: fc.integer({ min: 0, max: 1300 }),
        lasts: fc.integer({ min: 1, max: 139 }),
        groupIds: fc.subarray(['a', 'b', 'c']),
        status: fc.constantFrom('planned' as const, 'planned' as const, 'cancelled' as const),
      }),
      { maxLength: 12 },
    )
    .map((all) =>
      all.map(({ from, lasts, ...rest }, index) =>
        item(`i${String(index).padStart(2, '0')}`, from, from + lasts, rest),
      ),
    );
  const membership = fc
    .array(fc.subarray(['a', 'b', 'c']), { minLength: 1, maxLength: 5 })
    .map((all) => new Map(all.map((groups, index) => [`t${index}`, new Set(groups)])));

  const minute = (instant: Temporal.Instant) =>
    (instant.epochMilliseconds - midnight.epochMilliseconds) / 60_000;

  it('reports every overlap in a traveller’s own day, minute by minute, and no other', () => {
    fc.assert(
      fc.property(anyItems, membership, (items, members) => {
        const travellers = [...members.keys()];
        const found = findProblems(plan(items, { splits: [], membership: members, travellers }));
        const reported = found.flatMap((each) =>
          each.code === 'overlap'
            ? each.travellerIds.map((id) => `${id} ${each.itemIds.join(' ')} ${each.minutes}`)
            : [],
        );
        const expected = travellers.flatMap((traveller) => {
          const own = items.filter(
            ({ groupIds, status }) =>
              status === 'planned' &&
              (groupIds.length === 0 || groupIds.some((id) => members.get(traveller)?.has(id))),
          );
          const minutesOf = ({ start, end }: Item) =>
            new Set(Array.from({ length: minute(end) - minute(start) }, (_, at) => minute(start) + at));
          return own.flatMap((one) =>
            own
              .filter(
                (other) =>
                  minute(one.start) < minute(other.start) ||
                  (minute(one.start) === minute(other.start) &&
                    (minute(one.end) < minute(other.end) ||
                      (minute(one.end) === minute(other.end) && one.id < other.id))),
              )
              .flatMap((other) => {
                const both = [...minutesOf(one)].filter((at) => minutesOf(other).has(at)).length;
                return both === 0 ? [] : [`${traveller} ${one.id} ${other.id} ${both}`];
              }),
          );
        });
        expect(reported.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });

  it('has everybody somewhere, or free, in every minute of their day', () => {
    fc.assert(
      fc.property(anyItems, membership, (items, members) => {
        for (const traveller of members.keys()) {
          const own = ownItems(items, members, traveller);
          const stretches = stretchesOf(own);
          const isWithin = (at: number) =>
            stretches.filter(({ start, end }) => minute(start) <= at && at < minute(end));
          const first = Math.min(...own.map(({ start }) => minute(start)));
          const last = Math.max(...own.map(({ end }) => minute(end)));
          for (let at = first; at < last; at += 1) {
            const here = isWithin(at);
            const isBusy = own.some(({ start, end }) => minute(start) <= at && at < minute(end));
            expect(here.length).toBeGreaterThanOrEqual(1);
            expect(here.every(({ kind }) => kind === (isBusy ? 'part' : 'open'))).toBe(true);
          }
          expect(stretches.filter(({ kind }) => kind === 'part')).toHaveLength(own.length);
        }
      }),
    );
  });
});
