import { Temporal } from 'temporal-polyfill';
import { accepted } from '#checks';
import { checkItem, type ItemInput } from './check-item.js';

const around = {
  visit: { zone: 'Europe/Rome', firstDay: '2027-03-27', lastDay: '2027-04-02' },
  groups: new Set(['a', 'b']),
  hosts: new Set(['bank']),
};

const noStop = { name: '', address: '', lat: '', lon: '' };
const at = (time: string) => accepted(Temporal.PlainTime.from(time));

const dinner: ItemInput = {
  kind: 'meal',
  title: ' Dinner ',
  starts: { day: accepted('2027-03-30'), time: at('19:00'), zone: '', which: '' },
  ends: { time: at('21:30'), zone: '', which: '' },
  stop: noStop,
  to: noStop,
  hostId: null,
  capacity: accepted(null),
  groupIds: [],
  language: '',
  needsInterpreter: false,
  bufferMinutes: accepted(0),
  travelMinutes: accepted(null),
  description: '',
  notes: '',
};

const check = (different: Partial<ItemInput>, visit = around.visit) => {
  const checked = checkItem({ ...dinner, ...different }, { ...around, visit });
  return checked.ok ? checked.value : checked.problems.map(({ field, code }) => `${field} ${code}`);
};

/** From when until when, by the clocks there. */
interface When {
  readonly day?: string;
  readonly from?: string;
  readonly zone?: string;
  readonly until?: string;
  readonly endZone?: string;
  readonly which?: string;
}

const when = ({
  day = '2027-03-30',
  from = '19:00',
  until = '21:30',
  zone = '',
  endZone = '',
  which = '',
}: When) => ({
  starts: { day: accepted(day), time: at(from), zone, which },
  ends: { time: at(until), zone: endZone, which },
});

const span = (given: When, visit = around.visit) => {
  const checked = check(when(given), visit);
  return 'start' in checked ? `${checked.start.toString()} ${checked.end.toString()}` : checked;
};

const night = { day: '2027-03-28', zone: 'Europe/London' } as const;

describe('checkItem', () => {
  it('takes the clock of the visit, unless another is named', () => {
    expect(check({})).toMatchObject({ title: 'Dinner', zone: 'Europe/Rome', endZone: 'Europe/Rome' });
    expect(span({})).toBe('2027-03-30T17:00:00Z 2027-03-30T19:30:00Z');
    expect(span({ zone: 'Europe/London' })).toBe('2027-03-30T18:00:00Z 2027-03-30T20:30:00Z');
  });

  it('ends at the first such time after the beginning', () => {
    expect(span({ from: '23:00', until: '00:30' })).toBe('2027-03-30T21:00:00Z 2027-03-30T22:30:00Z');
    expect(span({ until: '19:00' })).toBe('2027-03-30T17:00:00Z 2027-03-31T17:00:00Z');
    expect(span({ from: '01:00', until: '23:00', endZone: 'America/New_York' })).toBe(
      '2027-03-29T23:00:00Z 2027-03-30T03:00:00Z',
    );
  });

  it('leaves London in the night of the change and arrives in Bologna', () => {
    // Two hours and a quarter, though the two clocks are four hours and a quarter apart.
    expect(span({ ...night, from: '00:30', until: '04:45', endZone: 'Europe/Rome' })).toBe(
      '2027-03-28T00:30:00Z 2027-03-28T02:45:00Z',
    );
  });

  it('refuses a time that the clock leaves out', () => {
    expect(span({ ...night, from: '01:30', until: '05:00' })).toEqual(['starts.time no-such-time']);
    expect(span({ ...night, from: '00:30', until: '01:30' })).toEqual(['ends.time no-such-time']);
    // It ends on the day after, which has such a time.
    expect(span({ ...night, from: '10:00', until: '01:30' })).toBe(
      '2027-03-28T09:00:00Z 2027-03-29T00:30:00Z',
    );
  });

  it('asks which is meant of a time that comes twice', () => {
    const autumn = { zone: 'Europe/Rome', firstDay: '2027-10-30', lastDay: '2027-11-02' };
    const twice = { day: '2027-10-31', from: '02:30', until: '06:00' };
    expect(span(twice, autumn)).toEqual(['starts.which time-twice']);
    expect(span({ ...twice, which: 'first' }, autumn)).toBe('2027-10-31T00:30:00Z 2027-10-31T05:00:00Z');
    expect(span({ ...twice, which: 'second' }, autumn)).toBe('2027-10-31T01:30:00Z 2027-10-31T05:00:00Z');
  });

  it.each([
    ['the day before the first', '2027-03-26', ['starts outside-visit']],
    ['the day after the last', '2027-04-03', ['starts outside-visit']],
    ['the first', '2027-03-27', '2027-03-27T18:00:00Z 2027-03-27T20:30:00Z'],
    ['the last', '2027-04-02', '2027-04-02T17:00:00Z 2027-04-02T19:30:00Z'],
  ])('on %s', (_, day, expected) => {
    expect(span({ day })).toEqual(expected);
  });

  it('says the days of the visit when a day is not one of them', () => {
    expect(checkItem({ ...dinner, ...when({ day: '2027-04-03' }) }, around)).toMatchObject({
      problems: [{ message: expect.stringContaining('from 27 March 2027 to 2 April 2027') as string }],
    });
  });

  it.each<[string, Partial<ItemInput>, unknown]>([
    ['a group that is not there', { groupIds: ['a', 'c'] }, ['groupIds unknown-group']],
    ['a host that is not there', { hostId: 'gone' }, ['hostId unknown-host']],
    ['an address without a name', { stop: { ...noStop, address: 'Via Rossi' } }, ['stop.name missing']],
    ['half a point', { stop: { ...noStop, name: 'Bank', lat: '44.5' } }, ['stop.lon missing']],
    [
      'a point off the earth',
      { stop: { ...noStop, name: 'Bank', lat: '90.1', lon: '0' } },
      ['stop.lat not-on-earth'],
    ],
    ['a kind that is none', { kind: 'nap' }, ['kind unknown-choice']],
    [
      'a time without its day',
      { starts: { ...dinner.starts, day: accepted(null) } },
      ['starts date-missing'],
    ],
    ['a clock that is nowhere', { ends: { ...dinner.ends, zone: 'Rome' } }, ['ends.zone zone-unknown']],
  ])('refuses %s', (_, different, expected) => {
    expect(check(different)).toEqual(expected);
  });

  it('keeps an arrival for transfers alone, and each group once', () => {
    const to = { name: 'Bologna Centrale', address: '', lat: '44.5058', lon: '11.3426' };
    expect(check({ to, groupIds: ['b', 'a', 'b'] })).toMatchObject({ to: null, groupIds: ['a', 'b'] });
    expect(check({ to, kind: 'transfer' })).toMatchObject({ to: { point: { lat: 44.5058, lon: 11.3426 } } });
  });
});
