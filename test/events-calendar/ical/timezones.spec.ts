import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { renderTimezones } from '#icalendar';
import { strictCheck } from './strict-check.js';

function icalZone(zone: string): ICAL.Timezone {
  const component = new ICAL.Component(
    ICAL.parse(`BEGIN:VCALENDAR\r\n${renderTimezones([zone])}END:VCALENDAR\r\n`),
  );
  return new ICAL.Timezone(component.getFirstSubcomponent('vtimezone') ?? component);
}

/** A time in every week from 1990 to 2035, and every hour of those weeks in which the clocks changed. */
function probes(zone: string): Temporal.PlainDateTime[] {
  const found: Temporal.PlainDateTime[] = [];
  const end = Temporal.PlainDateTime.from('2036-01-01T12:00');
  let time = Temporal.PlainDateTime.from('1990-01-01T12:00');
  for (; Temporal.PlainDateTime.compare(time, end) < 0; time = time.add({ weeks: 1 })) {
    found.push(time);
    if (time.toZonedDateTime(zone).offset === time.add({ weeks: 1 }).toZonedDateTime(zone).offset) continue;
    for (let hours = 1; hours < 7 * 24; hours += 1) found.push(time.add({ hours }));
  }
  return found;
}

/** Local times that the clocks show exactly once; the others have no one offset. */
function showsOnce(local: Temporal.PlainDateTime, zone: string): boolean {
  const [earlier, later] = [
    local.toZonedDateTime(zone, { disambiguation: 'earlier' }),
    local.toZonedDateTime(zone, { disambiguation: 'later' }),
  ];
  return earlier.equals(later);
}

describe('the VTIMEZONE of', () => {
  it.each([
    'Europe/London',
    'Europe/Belfast',
    'Europe/Jersey',
    'Europe/Rome',
    'Europe/Madrid',
    'Europe/Dublin',
    'America/New_York',
    'US/Eastern',
    'Pacific/Auckland',
    'Atlantic/Reykjavik',
    'Africa/Casablanca',
    'Asia/Kolkata',
  ])('%s has the offsets that Temporal knows, from 1990 to 2035', (zone) => {
    const read = icalZone(zone);
    const wrong = probes(zone)
      .filter((local) => showsOnce(local, zone))
      .filter((local) => {
        const ours = read.utcOffset(ICAL.Time.fromDateTimeString(local.toString({ smallestUnit: 'second' })));
        return ours * 1e9 !== local.toZonedDateTime(zone).offsetNanoseconds;
      });
    expect(read.tzid).toBe(zone);
    expect(wrong.map(String)).toEqual([]);
  });

  it('any zone of Europe is sound', () => {
    const zones = Intl.supportedValuesOf('timeZone').filter((zone) =>
      /^(?:Europe|Pacific|Africa)/u.test(zone),
    );
    const calendar = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:x',
      `${renderTimezones(zones)}END:VCALENDAR`,
      '',
    ];
    expect(strictCheck(calendar.join('\r\n'))).toEqual([]);
    expect(zones.length).toBeGreaterThan(40);
  });

  it('London tells today’s rule as a rule that has no end', () => {
    const text = renderTimezones(['Europe/London', 'Europe/London']);
    expect(text.match(/^BEGIN:VTIMEZONE/gmu)).toHaveLength(1);
    expect(text).toContain('DTSTART:19960331T010000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n');
  });
});
