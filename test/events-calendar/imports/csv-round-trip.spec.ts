import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinWords, splitWords } from '#csv';
import { cleanLine, cleanText } from '#icalendar';
import { validateDetails } from '../../../apps/events-calendar/src/events/domain/details.js';
import { accepted } from '../../../apps/events-calendar/src/events/domain/errors.js';
import type { CalendarEvent } from '../../../apps/events-calendar/src/events/domain/event.js';
import type { ImportDefaults } from '../../../apps/events-calendar/src/imports/domain/import-row.js';
import { readCsv } from '../../../apps/events-calendar/src/imports/domain/read-csv.js';
import { writeCsv } from '../../../apps/events-calendar/src/imports/domain/write-csv.js';
import { randomEvents } from '../ical/random-events.js';
import { sampleEvent, timed } from '../ical/sample-events.js';

const defaults: ImportDefaults = {
  kind: 'launch',
  format: 'hybrid',
  audience: 'invited',
  zone: 'Asia/Tokyo',
  status: 'draft',
};

/** As the calendar would have kept it; null where it would have been refused. */
function kept(random: CalendarEvent): CalendarEvent | null {
  const { place, organiser } = random;
  const name = cleanLine(place?.name ?? '');
  const event = {
    ...random,
    title: cleanLine(random.title),
    description: cleanText(random.description),
    place: place && name !== '' ? { ...place, name, address: cleanText(place.address ?? '') } : null,
    organiser: organiser && { name: cleanLine(organiser.name), email: null, phone: null },
    tags: random.tags.map((tag) => cleanLine(tag).slice(0, 20)),
  };
  const checked = validateDetails({ ...event, when: accepted(event.when), place: placeInput(event) });
  if (!checked.ok) return null;
  const isOff = event.status === 'cancelled' || event.status === 'postponed';
  return { ...event, ...checked.value.details, statusReason: isOff ? 'It snows; "much", they say' : null };
}

const placeInput = ({ place }: CalendarEvent) => place && { ...place, ...place.coordinates };

/** What an import takes over. */
const asRow = ({ ref, status, statusReason, replacedBy, ...event }: CalendarEvent) => {
  const checked = validateDetails({
    ...event,
    when: accepted(event.when),
    place: placeInput({ ...sampleEvent(), ...event }),
  });
  return { ref, status, statusReason, replacedBy, details: checked.ok ? checked.value.details : null };
};

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function expectRoundTrip(events: readonly CalendarEvent[]): void {
  const { rows, problems, notes } = readCsv(writeCsv(events), defaults);
  expect([...problems, ...notes, ...rows.flatMap((row) => row.problems)]).toEqual([]);
  const read = rows.map(({ ref, status, statusReason, replacedBy, details }) => ({
    ref,
    status,
    statusReason,
    replacedBy,
    details,
  }));
  expect(plain(read)).toEqual(plain(events.map(asRow)));
}

describe('what is exported as CSV', () => {
  it('is imported as the same', () => {
    fc.assert(
      fc.property(fc.array(randomEvents, { minLength: 1, maxLength: 4 }), (random) => {
        const events = random
          .flatMap((event) => kept(event) ?? [])
          .map((event, index) => Object.assign(event, { ref: `2026-event-${index}` }));
        fc.pre(events.length > 0);
        expectRoundTrip(events);
      }),
      { numRuns: 300, interruptAfterTimeLimit: 20_000 },
    );
  });

  it('is imported as the same in the hour that comes twice', () => {
    const [first, second] = ['00', '01'].map((hour) => {
      const when = timed('2026-10-25T03:00', '2026-10-25T04:00');
      return sampleEvent({
        ref: `2026-${hour}`,
        when: { ...when, start: when.start.subtract({ hours: 3 - Number(hour), minutes: 30 }) },
      });
    });
    expectRoundTrip([first ?? sampleEvent(), second ?? sampleEvent()]);
  });

  it.each(['=1+1', '+44 161 496 0000', '-x', '@x', "'=1", "''", "'quoted'", '＝1', '-3.5', "-3.5'"])(
    'holds no formula: %s',
    (text) => {
      const event = sampleEvent({ title: text, description: text, tags: [text] });
      const file = writeCsv([event]);
      expect(file).not.toMatch(/(?:^|,|\n)"?[=+@]/mu);
      expectRoundTrip([event]);
    },
  );

  it('begins with the mark by which Excel knows UTF-8', () => {
    expect(writeCsv([])).toMatch(/^\uFEFFref,title,kind,.*\r\n$/u);
  });

  it('has several words in one cell', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc
            .string()
            .map((word) => word.trim())
            .filter((word) => word !== ''),
        ),
        (words) => {
          expect(splitWords(joinWords(words))).toEqual(words);
        },
      ),
    );
  });
});
