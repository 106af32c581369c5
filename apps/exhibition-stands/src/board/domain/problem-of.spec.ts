import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { openingOf } from '../../exhibitions/domain/openings.js';
import { repairProblem, usualRules, usualWeights } from '../../rota/index.js';
import type { StandShift } from '../../shifts/domain/shift.js';
import type { Place } from './draft.js';
import { problemOf, usualOptions, type RotaInputs, type RotaMember } from './problem-of.js';

const zone = 'Europe/London';
const at = (text: string) => Temporal.Instant.from(`2027-09-${text}+01:00`);

/** Open until two at night. */
const hours = { day: '2027-09-26', opens: '18:00', closes: '02:00' };
const opening = openingOf(hours, zone) ?? { start: at('26T18:00'), end: at('27T02:00') };

const exhibition: Exhibition = {
  id: 'stand',
  slug: 'stand',
  title: 'Stand',
  host: 'Host',
  city: 'Liverpool',
  venue: null,
  hall: null,
  standNumber: null,
  zone,
  firstDay: '2027-09-26',
  lastDay: '2027-09-26',
  status: 'published',
  statusReason: null,
  summary: '',
  description: '',
  contacts: [],
  passesNeeded: true,
  walkingMinutes: 15,
  swapsNeedApproval: false,
  rules: usualRules,
  weights: usualWeights,
  version: 1,
  days: [{ ...hours, kind: 'open', ...opening }],
};

const shift = (id: string, from: string, until: string): StandShift => ({
  id,
  start: at(from),
  end: at(until),
  cover: 2,
  leads: 1,
  skills: ['bsl'],
  label: '',
  source: 'pattern',
  version: 1,
});

/** Nobody has said who they are. */
const unknown = { personId: null };

const member = (id: string, about: Partial<RotaMember> = {}): RotaMember => ({
  ...unknown,
  id,
  experience: 'experienced',
  skills: [],
  wishedMinutes: null,
  mostMinutesADay: null,
  available: [],
  commitments: [],
  passDays: ['2027-09-26'],
  ...about,
});

const place = (of: string, who: string, isPinned = false): Place => ({
  shift: of,
  member: who,
  isLead: false,
  isPinned,
  source: 'hand',
});

const inputs: RotaInputs = {
  exhibition,
  shifts: [shift('early', '26T18:00', '26T20:00'), shift('late', '27T00:30', '27T02:00')],
  members: [member('ann'), member('ben')],
  passesPerDay: { '2027-09-26': 5 },
  draft: { places: [place('late', 'ann', true), place('late', 'ben')], forbidden: [] },
  told: [
    { shift: 'early', member: 'ann' },
    { shift: 'late', member: 'ben' },
  ],
  dropped: [],
  now: at('26T12:00'),
};
const problem = (about: Partial<RotaInputs> = {}, options: Partial<typeof usualOptions> = {}) =>
  problemOf({ ...inputs, ...about }, { ...usualOptions, ...options });
const ids = (list: readonly { readonly person: string; readonly slot: string }[] | null) =>
  list?.map(({ person, slot }) => `${person} ${slot}`) ?? null;

describe('the problem that a rota solves', () => {
  it('has shifts of the night on the day of the stand on which they begin', () => {
    expect(problem().slots).toEqual([
      expect.objectContaining({ id: 'early', day: '2027-09-26', need: 2, leads: 1, skills: ['bsl'] }),
      expect.objectContaining({ id: 'late', day: '2027-09-26', from: '2027-09-26T23:30:00Z' }),
    ]);
  });

  it('keeps what is pinned and whom staff have ruled out, and gives nobody back what they dropped out of', () => {
    const ruled = { shift: 'early', member: 'ben' };
    const { pinned, forbidden } = problem({
      draft: { ...inputs.draft, forbidden: [ruled, { shift: 'early', member: 'ann' }] },
      dropped: [ruled, { shift: 'late', member: 'ben' }],
    });
    expect(ids(pinned)).toEqual(['ann late']);
    expect(ids(forbidden)).toEqual(['ann early', 'ben early', 'ben late']);
  });

  it('stays near to what people were told, to the draft, or to nothing; what has begun is as they were told', () => {
    const near = (basis: typeof usualOptions.basis, now: string) =>
      ids(problem({ now: at(now) }, { basis }).published);
    expect(near('published', '26T12:00')).toEqual(['ann early', 'ben late']);
    expect(near('draft', '26T12:00')).toEqual(['ann late', 'ben late']);
    expect(near('none', '26T12:00')).toBeNull();
    expect(near('draft', '26T18:01')).toEqual(['ann early', 'ann late', 'ben late']);
    expect(near('none', '26T18:01')).toEqual(['ann early']);
    // What begins at this moment is still open.
    expect(near('none', '26T18:00')).toBeNull();
    const draft = { ...inputs.draft, places: [...inputs.draft.places, place('early', 'ben')] };
    expect(ids(problem({ draft, now: at('26T18:01') }, { basis: 'draft' }).published)).toEqual([
      'ann early',
      'ann late',
      'ben late',
    ]);
  });

  it('settles nothing before anybody was told of anything, and counts a minute that has begun as past', () => {
    expect(problem({ told: null })).toMatchObject({ settledBefore: null, published: null });
    expect(problem({ now: at('26T17:59:01') }).settledBefore).toBe('2027-09-26T17:00:00Z');
  });

  it('is that of a repair, as it is measured, once people were told and somebody drops out', () => {
    const gone = { shift: 'late', member: 'ben' };
    const draft = { ...inputs.draft, places: [place('late', 'ann', true)] };
    const asTold = { person: 'ann', slot: 'early' };
    const after = problem({ draft, told: [{ shift: 'early', member: 'ann' }], dropped: [gone] });
    expect(after).toEqual(
      repairProblem(problem({ draft, told: null }), {
        current: [asTold, { person: 'ben', slot: 'late' }],
        now: '2027-09-26T11:00:00Z',
        dropped: [{ person: 'ben', slot: 'late' }],
      }),
    );
    expect(ids(after.published)).toEqual(['ann early']);
  });

  it('is the same in whichever order the tables give what is decided', () => {
    const places = ['late', 'early'].flatMap((of) => ['ben', 'ann'].map((who) => place(of, who, true)));
    const pinned = ['ann early', 'ben early', 'ann late', 'ben late'];
    for (const all of [places, places.toReversed()])
      expect(ids(problem({ draft: { places: all, forbidden: [] } }).pinned)).toEqual(pinned);
  });

  it('leaves out people and shifts that are gone', () => {
    const told = [...(inputs.told ?? []), { shift: 'early', member: 'ben' }];
    const gone = problem({ told, members: [member('ann')], shifts: inputs.shifts.slice(0, 1) });
    expect([ids(gone.pinned), ids(gone.published)]).toEqual([[], ['ann early']]);
  });

  it('counts the longer of the two ways, and times in whole minutes: fewer on the stand, more elsewhere', () => {
    const commitment = (walkingMinutes: number, from: string, until: string) => ({
      id: 'fringe',
      title: 'Fringe',
      start: at(from),
      end: at(until),
      zone,
      place: null,
      walkingMinutes,
    });
    const [ann] = problem({
      members: [
        member('ann', {
          available: [
            { from: at('26T18:00:30'), until: at('26T20:00:30'), preferred: true },
            { from: at('26T21:00:10'), until: at('26T21:00:50'), preferred: false },
            { from: at('26T22:00:30'), until: at('26T22:01:30'), preferred: false },
          ],
          commitments: [
            commitment(0, '26T14:00:30', '26T15:00:30'),
            commitment(30, '26T16:00', '26T17:00'),
            commitment(0, '26T17:30', '26T17:30:59'),
            commitment(0, '26T17:40', '26T17:41'),
          ],
        }),
      ],
    }).people;
    expect(ann?.available).toEqual([
      { from: '2027-09-26T17:01:00Z', until: '2027-09-26T19:00:00Z', preferred: true },
    ]);
    expect(ann?.busy).toEqual([
      { from: '2027-09-26T13:00:00Z', until: '2027-09-26T14:01:00Z', walk: 15 },
      { from: '2027-09-26T15:00:00Z', until: '2027-09-26T16:00:00Z', walk: 30 },
      { from: '2027-09-26T16:40:00Z', until: '2027-09-26T16:41:00Z', walk: 15 },
    ]);
  });

  it('asks for passes that are issued, unless they are expected; the limits of days hold either way', () => {
    const about = { members: [member('ann', { passDays: [] })] };
    expect(problem(about)).toMatchObject({
      people: [{ passDays: [] }],
      rules: { ...usualRules, passesPerDay: { '2027-09-26': 5 } },
    });
    expect(problem(about, { passes: 'expected' })).toMatchObject({
      people: [{ passDays: null }],
      rules: { passesPerDay: { '2027-09-26': 5 } },
    });
  });

  it('knows whoever has done it before, what they can do and what they wish', () => {
    const about = { skills: ['lead'], wishedMinutes: 240, mostMinutesADay: 120 };
    const { people } = problem({
      members: [member('ann', about), member('ben', { experience: 'first-time' })],
    });
    expect(people).toMatchObject([
      { id: 'ann', experienced: true, skills: ['lead'], wishedMinutes: 240, maxMinutesPerDay: 120 },
      { id: 'ben', experienced: false, skills: [], wishedMinutes: null, maxMinutesPerDay: null },
    ]);
  });

  it('says who is entered twice, and nothing of who that is', () => {
    const members = [
      member('c', { personId: 'wren' }),
      member('a', { personId: 'robin' }),
      member('b', { personId: 'wren' }),
      member('d'),
      member('e'),
    ];
    const { people } = problem({ members });
    expect(people.map(({ id, identity }) => [id, identity])).toEqual([
      ['c', 'b'],
      ['a', undefined],
      ['b', 'b'],
      ['d', undefined],
      ['e', undefined],
    ]);
  });
});
