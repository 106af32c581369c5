import { describe, expect, test } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { Temporal } from 'temporal-polyfill';
import { DateBlock } from './date-block.js';
import type { AnyWhen } from './when.js';
import { WhenText } from './when-text.js';

const meeting: AnyWhen = {
  type: 'timed',
  start: Temporal.Instant.from('2019-10-01T09:00Z'),
  end: Temporal.Instant.from('2019-10-01T11:00Z'),
  zone: 'Europe/London',
};
const june: AnyWhen = {
  type: 'month',
  month: Temporal.PlainYearMonth.from('2026-06'),
  zone: 'Europe/London',
};

function words(html: string): string {
  return html.replaceAll(/<[^>]+>/g, '');
}

describe('WhenText', () => {
  test('puts each time into a <time>', () => {
    expect(renderToString(<WhenText when={meeting} />)).toBe(
      '<time datetime="2019-10-01T10:00+01:00">Tuesday 1 October 2019, 10am</time> to ' +
        '<time datetime="2019-10-01T12:00+01:00">12 noon</time>',
    );
  });

  test('passes the reader’s zone on', () => {
    expect(words(renderToString(<WhenText when={meeting} readerZone="Europe/Rome" />))).toContain(
      'London time',
    );
  });
});

describe('DateBlock', () => {
  test('shows the day, and the year only where it differs', () => {
    expect(words(renderToString(<DateBlock when={meeting} />))).toBe('Tue 1 Oct 2019');
    expect(words(renderToString(<DateBlock when={meeting} impliedYear={2019} />))).toBe('Tue 1 Oct');
  });

  test('shows the day where the event is, not the server’s', () => {
    const late: AnyWhen = {
      ...meeting,
      zone: 'Pacific/Auckland',
      start: Temporal.Instant.from('2019-10-01T20:00Z'),
    };
    expect(renderToString(<DateBlock when={late} />)).toContain('datetime="2019-10-02"');
  });

  test('shows a month, short like a day’s, where only the month is known', () => {
    expect(renderToString(<DateBlock when={june} />)).toContain('datetime="2026-06"');
    expect(words(renderToString(<DateBlock when={june} />))).toBe('Jun 2026');
  });
});
