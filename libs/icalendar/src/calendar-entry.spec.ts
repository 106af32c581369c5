import ICAL from 'ical.js';
import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { renderEntries, zonesOfEntries, type CalendarEntry } from './calendar-entry.js';

const at = (iso: string) => Temporal.Instant.from(iso);
const entry = (different: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'shift-1@example.org',
  sequence: 3,
  changedAt: at('2026-11-22T09:00:00Z'),
  when: {
    type: 'timed',
    start: at('2027-09-26T08:00:00Z'),
    end: at('2027-09-26T10:00:00Z'),
    zone: 'Europe/London',
  },
  title: 'On the stand; Labour',
  description: 'With Ada.\nBring your pass.',
  location: 'Hall 2\nLiverpool',
  url: 'https://events.example.org/stands/labour-2027',
  isCancelled: false,
  ...different,
});
const events = (calendar: string) =>
  new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

describe('entries of somebody’s calendar', () => {
  it('are in one object, each with its own UID, in the time of their place', () => {
    const calendar = renderEntries('Stands', 'REQUEST', [entry(), entry({ uid: 'shift-2@example.org' })]);
    expect(events(calendar).map(({ uid, summary, location }) => [uid, summary, location])).toEqual([
      ['shift-1@example.org', 'On the stand; Labour', 'Hall 2, Liverpool'],
      ['shift-2@example.org', 'On the stand; Labour', 'Hall 2, Liverpool'],
    ]);
    expect(calendar.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    expect(calendar).toContain('\r\nDTSTART;TZID=Europe/London:20270926T090000\r\n');
    expect(calendar).toContain('\r\nMETHOD:REQUEST\r\n');
  });

  it('begin on one clock and end on another, each with its VTIMEZONE', () => {
    const when = {
      type: 'timed',
      start: at('2027-03-28T00:30:00Z'),
      end: at('2027-03-28T02:45:00Z'),
      zone: 'Europe/London',
      endZone: 'Europe/Rome',
    } as const;
    expect(zonesOfEntries([entry({ when })])).toEqual(['Europe/London', 'Europe/Rome']);
    const calendar = renderEntries('Visits', null, [entry({ when })]);
    expect(calendar.match(/BEGIN:VTIMEZONE/g)).toHaveLength(2);
    expect(calendar).toContain('\r\nDTSTART;TZID=Europe/London:20270328T003000\r\n');
    expect(calendar).toContain('\r\nDTEND;TZID=Europe/Rome:20270328T044500\r\n');
  });

  it('are written in UTC in the hour that comes twice, and say what the clock shows otherwise', () => {
    const night = { start: at('2027-10-31T01:30:00Z'), end: at('2027-10-31T04:00:00Z') };
    const twice = entry({ when: { type: 'timed', ...night, zone: 'Europe/London' } });
    expect(renderEntries('Stands', 'REQUEST', [twice])).toContain('\r\nDTSTART:20271031T013000Z\r\n');
    expect(zonesOfEntries([twice])).toEqual([]);
    expect(zonesOfEntries([entry(), entry()])).toEqual(['Europe/London']);
  });

  it('say that they are off where STATUS is not read, too', () => {
    const calendar = renderEntries('Stands', 'CANCEL', [entry({ isCancelled: true, location: null })]);
    expect(calendar).toContain('\r\nSTATUS:CANCELLED\r\n');
    expect(calendar).toContain('\r\nSUMMARY:CANCELLED: On the stand\\; Labour\r\n');
    expect(calendar).not.toContain('\r\nLOCATION');
    expect(() => renderEntries('Stands', 'CANCEL', [])).toThrow('no entry');
  });
});
