import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { accepted } from '#checks';
import {
  checkLeg,
  durationInWords,
  isOutside,
  meetingOf,
  minutesOf,
  readPoint,
  type LegInput,
} from './leg.js';

const visit = { firstDay: '2035-03-11', lastDay: '2035-03-16' };

const moment = (day: string, time: string, zone: string) => ({
  day: accepted(day),
  time: accepted(Temporal.PlainTime.from(time)),
  zone: accepted(zone),
  which: '',
});

const flight: LegInput = {
  kind: 'flight',
  way: 'there',
  title: ' BA 540 ',
  carrier: '',
  fromName: 'London Heathrow, terminal 3',
  fromPoint: accepted(null),
  toName: 'Bilbao',
  toPoint: accepted({ lat: 43.3011, lon: -2.9106 }),
  departs: moment('2035-03-11', '07:40', 'Europe/London'),
  arrives: moment('2035-03-11', '10:30', 'Europe/Madrid'),
  changeMinutes: accepted(90),
  borderMinutes: accepted(60),
  meetingPoint: 'Under the big clock',
  meetMinutes: accepted(120),
  luggage: '',
  vehicle: '',
  seats: accepted(null),
  note: '',
};

const codes = (input: Partial<LegInput>) => {
  const checked = checkLeg({ ...flight, ...input }, visit);
  return checked.ok ? [] : checked.problems.map(({ field, code }) => `${field} ${code}`);
};

describe('a leg', () => {
  it('is tidied, and lasts as long as it lasts', () => {
    const checked = checkLeg(flight, visit);
    if (!checked.ok) throw new Error('it is a leg');
    expect(checked.value).toMatchObject({ title: 'BA 540', carrier: null, note: null });
    expect(durationInWords(minutesOf(checked.value))).toBe('1 hour 50 minutes');
    expect(meetingOf(checked.value)?.at.toString()).toBe('2035-03-11T05:40:00Z');
    expect(meetingOf({ ...checked.value, meetMinutes: null })).toBeNull();
  });

  it('lasts an hour less over the night in which the clocks go forward', () => {
    const march = { firstDay: '2035-03-25', lastDay: '2035-03-30' };
    const night = {
      ...flight,
      departs: moment('2035-03-24', '23:00', 'Europe/London'),
      arrives: moment('2035-03-25', '09:00', 'Europe/Rome'),
    };
    const checked = checkLeg(night, march);
    if (!checked.ok) throw new Error('it is a leg');
    expect(durationInWords(minutesOf(checked.value))).toBe('8 hours');
  });

  it('tells all that is wrong, each at its field', () => {
    expect(codes({ kind: 'rocket', title: ' ', toName: '', seats: { ok: false, problems: [] } })).toEqual([
      'kind unknown-choice',
      'title missing',
      'toName missing',
    ]);
    expect(codes({ way: 'up' })).toEqual(['way unknown-choice']);
    expect(codes({ arrives: moment('2035-03-11', '08:30', 'Europe/Madrid') })).toEqual([
      'arrives end-before-start',
    ]);
    // By the clocks it arrives before it departs, and yet after.
    expect(
      codes({
        departs: moment('2035-03-11', '10:00', 'Europe/Madrid'),
        arrives: moment('2035-03-11', '09:30', 'Europe/London'),
      }),
    ).toEqual([]);
  });

  it.each([
    ['2035-03-08', ['departs outside-the-visit', 'arrives outside-the-visit']],
    ['2035-03-09', []],
    ['2035-03-18', []],
    ['2035-03-19', ['departs outside-the-visit', 'arrives outside-the-visit']],
  ])('is on a day of the visit or two around it: %s', (day, expected) => {
    expect(
      codes({
        departs: moment(day, '07:40', 'Europe/London'),
        arrives: moment(day, '10:30', 'Europe/Madrid'),
      }),
    ).toEqual(expected);
  });

  it('stays when it was, however the visit is moved: it is only told to be outside', () => {
    const checked = checkLeg(flight, visit);
    if (!checked.ok) throw new Error('it is a leg');
    const { departs } = checked.value;
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const moved = {
          firstDay: Temporal.PlainDate.from(visit.firstDay).add({ days }).toString(),
          lastDay: Temporal.PlainDate.from(visit.lastDay).add({ days }).toString(),
        };
        expect(isOutside(departs, moved)).toBe(days > 2 || days < -7);
        expect(departs.at.toString()).toBe('2035-03-11T07:40:00Z');
      }),
    );
  });

  it.each([
    [0, '0 minutes'],
    [1, '1 minute'],
    [59, '59 minutes'],
    [60, '1 hour'],
    [61, '1 hour 1 minute'],
    [1445, '24 hours 5 minutes'],
  ])('%s minutes are “%s”', (minutes, words) => {
    expect(durationInWords(minutes)).toBe(words);
  });

  it.each([
    ['', accepted(null)],
    ['43.3011, -2.9106', accepted({ lat: 43.3011, lon: -2.9106 })],
    [' 51.47 -0.45 ', accepted({ lat: 51.47, lon: -0.45 })],
  ])('is on the map where it says: “%s”', (text, point) => {
    expect(readPoint(text, 'fromPoint')).toEqual(point);
  });

  it.each(['Bilbao', '91, 0', '0, 181', '43,3011'.repeat(40)])('is nowhere on the map: “%s”', (text) => {
    expect(readPoint(text, 'fromPoint')).toMatchObject({
      problems: [{ field: 'fromPoint', code: 'point-unreadable' }],
    });
  });
});
