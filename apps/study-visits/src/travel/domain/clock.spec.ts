import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { accepted } from '#checks';
import { checkMoment, dayOf, whichOf, type MomentInput } from './clock.js';

const input = (day: string | null, time: string, zone: string, which = ''): MomentInput => ({
  day: accepted(day),
  time: accepted(Temporal.PlainTime.from(time)),
  zone: accepted(zone),
  which,
});
const check = (...given: Parameters<typeof input>) => checkMoment(input(...given), 'departs', 'the day');

describe('a moment by the clock of its zone', () => {
  it('is an instant, whatever the clock at the other end shows', () => {
    expect(check('2035-03-11', '07:40', 'Europe/London')).toEqual(
      accepted({ at: Temporal.Instant.from('2035-03-11T07:40:00Z'), zone: 'Europe/London' }),
    );
    expect(check('2035-03-11', '10:55', 'Europe/Madrid')).toEqual(
      accepted({ at: Temporal.Instant.from('2035-03-11T09:55:00Z'), zone: 'Europe/Madrid' }),
    );
  });

  it('is refused where the clock leaves it out', () => {
    expect(check('2035-03-25', '01:30', 'Europe/London')).toMatchObject({
      ok: false,
      problems: [
        { field: 'departs.time', code: 'no-such-time', message: expect.stringContaining('no 01:30') },
      ],
    });
    // An hour later in Rome, by the same change.
    expect(check('2035-03-25', '01:30', 'Europe/Rome').ok).toBe(true);
    expect(check('2035-03-25', '02:30', 'Europe/Rome').ok).toBe(false);
  });

  it('asks which is meant where the clock shows it twice', () => {
    const asked = check('2035-10-28', '01:30', 'Europe/London');
    expect(asked).toMatchObject({
      ok: false,
      problems: [
        { field: 'departs.which', code: 'time-twice', message: expect.stringContaining('in London') },
      ],
    });
    const first = check('2035-10-28', '01:30', 'Europe/London', 'first');
    const second = check('2035-10-28', '01:30', 'Europe/London', 'second');
    expect(first).toMatchObject({ value: { at: Temporal.Instant.from('2035-10-28T00:30:00Z') } });
    expect(second).toMatchObject({ value: { at: Temporal.Instant.from('2035-10-28T01:30:00Z') } });
  });

  it('needs its day', () => {
    expect(check(null, '01:30', 'Europe/London')).toMatchObject({
      problems: [{ field: 'departs', code: 'date-missing' }],
    });
  });

  it('reads back as what the clock shows, for every moment and zone', () => {
    const zones = [
      'Europe/London',
      'Europe/Madrid',
      'America/New_York',
      'Asia/Kolkata',
      'Pacific/Apia',
      'UTC',
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2036, 0) }),
        fc.constantFrom(...zones),
        (milliseconds, zone) => {
          const at = Temporal.Instant.fromEpochMilliseconds(Math.floor(milliseconds / 60_000) * 60_000);
          const moment = { at, zone };
          const time = at.toZonedDateTimeISO(zone).toPlainTime().toString();
          const read = check(dayOf(moment), time, zone, whichOf(moment));
          expect(read.ok && read.value.at.equals(at)).toBe(true);
        },
      ),
    );
  });
});
