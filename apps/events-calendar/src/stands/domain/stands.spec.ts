import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { ExhibitionFacts, ShiftFacts, StandEventFacts } from '#contracts';
import { renderEntry } from '#icalendar';
import { validateDetails } from '../../events/domain/details.js';
import { accepted } from '../../events/domain/errors.js';
import { detailsOf } from '../../shown/domain/shown-thing.js';
import { exhibitionThing } from './exhibition-event.js';
import { shiftEntry } from './shift-entry.js';
import { standEventThing } from './stand-event-event.js';

const at = (iso: string) => Temporal.Instant.from(iso);
const address = 'https://events.example.org/stands/labour-2027';
const exhibition: ExhibitionFacts = {
  id: '019a8d5e-0000-7000-8000-000000000001',
  slug: 'labour-2027',
  title: 'Labour Party Conference 2027',
  status: 'published',
  statusReason: null,
  summary: 'Come *and* see us.',
  when: {
    zone: 'Europe/London',
    days: [
      { date: '2027-09-26', opens: '09:00', closes: '17:00' },
      { date: '2027-09-27', opens: '20:00', closes: '01:00' },
    ],
  },
  place: { name: 'ACC Liverpool', address: 'Kings Dock' },
  stand: 'Hall 2, stand 14',
  host: 'The Labour Party',
  path: '/stands/labour-2027',
  version: 1,
};
const event: StandEventFacts = {
  id: '019a8d5e-0000-7000-8000-000000000002',
  exhibitionId: exhibition.id,
  title: 'Reception',
  status: 'published',
  statusReason: null,
  audience: 'members',
  summary: 'With tea.',
  start: '2027-09-26T17:00:00Z',
  end: '2027-09-26T18:00:00Z',
  zone: 'Europe/London',
  place: null,
  host: null,
  path: '/stands/labour-2027',
  version: 1,
};
const shift: ShiftFacts = {
  id: '019a8d5e-0000-7000-8000-000000000003',
  shiftId: '019a8d5e-0000-7000-8000-000000000004',
  exhibitionId: exhibition.id,
  exhibitionTitle: exhibition.title,
  personId: '019a8d5e-0000-7000-8000-000000000005',
  start: '2027-09-26T08:00:00.000Z',
  end: '2027-09-26T10:00:00Z',
  zone: 'Europe/London',
  place: exhibition.place,
  stand: exhibition.stand,
  label: '',
  isLead: true,
  walkingMinutes: 10,
  path: '/stands/mine',
  version: 4,
};

describe('an exhibition in the calendar', () => {
  it('is from its first opening to its last closing, also where that is after midnight', () => {
    const { when, description } = exhibitionThing(exhibition, address).details;
    expect(when).toEqual({
      type: 'timed',
      start: at('2027-09-26T08:00:00Z'),
      end: at('2027-09-28T00:00:00Z'),
      zone: 'Europe/London',
    });
    expect(description).toContain('- Sunday 26 September 2027, 9am to 5pm\n- Monday 27 September 2027, 8pm');
    expect(description).toContain('You find us here: Hall 2, stand 14.');
    expect(description).toContain(String.raw`Come \*and\* see us.`);
  });

  it('takes place when it is over, and is off only when it was called off', () => {
    expect(exhibitionThing({ ...exhibition, status: 'over' }, address)).toMatchObject({
      status: 'published',
      statusReason: null,
    });
    expect(exhibitionThing({ ...exhibition, status: 'cancelled' }, address)).toMatchObject({
      status: 'cancelled',
      statusReason: 'The network has no stand there.',
    });
  });
});

it.each([exhibitionThing(exhibition, address), standEventThing(event, address)])(
  'says what the calendar’s own rules accept: $source',
  (thing) => {
    const details = detailsOf(thing);
    const checked = validateDetails({ ...details, when: accepted(details.when) });
    expect(checked).toMatchObject({ ok: true, value: { details } });
  },
);

it.each(['public', 'members', 'invited'] as const)(
  'shows an event on a stand to its audience: %s',
  (audience) => {
    expect(standEventThing({ ...event, audience }, address).details).toMatchObject({
      audience,
      kind: 'stand event',
    });
  },
);

it('puts a shift into its owner’s calendar as the mail does', () => {
  const site = { url: 'https://events.example.org', uidDomain: 'example.org' };
  const text = renderEntry(shiftEntry({ facts: shift, toldAt: at('2027-08-01T10:00:00Z') }, site));
  expect(text.replaceAll('\r\n ', '').split('\r\n')).toEqual(
    expect.arrayContaining([
      `UID:shift-${shift.id}@example.org`,
      'SEQUENCE:4',
      'DTSTAMP:20270801T100000Z',
      'DTSTART;TZID=Europe/London:20270926T090000',
      'SUMMARY:On the stand: Labour Party Conference 2027',
      String.raw`LOCATION:Hall 2\, stand 14\, ACC Liverpool\, Kings Dock`,
      'URL:https://events.example.org/stands/mine',
    ]),
  );
  const reception = { ...shift, label: 'Reception' };
  expect(renderEntry(shiftEntry({ facts: reception, toldAt: at('2027-08-01T10:00:00Z') }, site))).toContain(
    'SUMMARY:Reception: Labour',
  );
});
