import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent } from '../../../apps/events-calendar/src/events/domain/event.js';
import { addEventLinks } from '../../../apps/events-calendar/src/feeds/domain/add-event-links.js';
import { allDay, openView, sampleEvent, timed } from './sample-events.js';

function parametersOf(changes: Partial<CalendarEvent>) {
  const links = addEventLinks(sampleEvent(changes), openView);
  const read = (address: string) => Object.fromEntries(new URL(address).searchParams);
  return { google: read(links.google), outlook: read(links.outlookLive) };
}

describe('links that add one event', () => {
  it('go to the pages that take events', () => {
    const { google, outlookOffice, outlookLive } = addEventLinks(sampleEvent(), openView);
    expect(google).toMatch(
      /^https:\/\/calendar\.google\.com\/calendar\/render\?action=TEMPLATE&text=Officer%20call&/u,
    );
    expect(outlookLive).toMatch(/^https:\/\/outlook\.live\.com\/calendar\/deeplink\/compose\?path=/u);
    expect(outlookOffice.slice(outlookOffice.indexOf('?'))).toBe(outlookLive.slice(outlookLive.indexOf('?')));
  });

  it('tell the time in its zone to Google, and in UTC to Outlook', () => {
    const { google, outlook } = parametersOf({ when: timed('2026-06-01T14:00', '2026-06-01T15:00') });
    expect(google).toMatchObject({ dates: '20260601T140000/20260601T150000', ctz: 'Europe/London' });
    expect(outlook).toMatchObject({
      rru: 'addevent',
      startdt: '2026-06-01T13:00:00Z',
      enddt: '2026-06-01T14:00:00Z',
      location: 'Town Hall, The Esplanade, Rochdale',
    });
  });

  it('tell a deadline as a moment', () => {
    const { google } = parametersOf({ when: timed('2026-06-01T12:00', '2026-06-01T12:00') });
    expect(google['dates']).toBe('20260601T120000/20260601T120000');
  });

  it('tell whole days with the day after as their end', () => {
    const { google, outlook } = parametersOf({ when: allDay('2026-02-27', '2026-02-28') });
    expect(google['dates']).toBe('20260227/20260301');
    expect(outlook).toMatchObject({ startdt: '2026-02-27', enddt: '2026-03-01', allday: 'true' });
  });

  it('put a month on its first day, saying so', () => {
    const when = {
      type: 'month',
      month: Temporal.PlainYearMonth.from('2026-06'),
      zone: 'Europe/London',
    } as const;
    const { google } = parametersOf({ when });
    expect(google).toMatchObject({
      dates: '20260601/20260602',
      text: 'June 2026, date to be fixed: Officer call',
    });
  });

  it('repeat a series in Google', () => {
    const exceptions = [{ original: '2026-06-08T14:00', type: 'removed' as const }];
    const { google } = parametersOf({ recurrence: { rule: 'FREQ=WEEKLY;COUNT=3', exceptions } });
    expect(google['recur']).toBe('RRULE:FREQ=WEEKLY;COUNT=3');
  });

  it('cut a long description between characters', () => {
    const { google } = parametersOf({ description: '🎉'.repeat(3000) });
    expect(google['details']).toMatch(
      /^(?:🎉){125}…\n\nhttps:\/\/network\.example\/calendar\/events\/2026-officer-call$/u,
    );
  });

  it('carry any text in one parameter', () => {
    const { google, outlook } = parametersOf({ title: 'A & B = C + 100% #1?\r\nx' });
    expect(google['text']).toBe('A & B = C + 100% #1? x');
    expect(outlook['subject']).toBe('A & B = C + 100% #1? x');
  });
});
