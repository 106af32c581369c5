import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { Temporal } from 'temporal-polyfill';
import { TimeLeft, type TimeLeftProps } from './time-left.js';
import { timeLeftInWords } from './time-left-words.js';

const props: TimeLeftProps = {
  what: 'Your places are kept',
  until: Temporal.Instant.from('2027-07-01T13:30:00Z'),
  now: Temporal.Instant.from('2027-07-01T13:06:00Z'),
  over: 'Your places are no longer kept.',
  next: { href: '/conference/bookings/1', text: 'See what can still be had' },
};

const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, '');

describe('time left', () => {
  it('is told with the clock and in minutes, for machines too', () => {
    const html = renderToString(<TimeLeft {...props} />);
    expect(wordsOf(html)).toContain('Your places are kept until 2.30pm: 24 minutes left');
    expect(html).toContain('<time datetime="2027-07-01T13:30:00Z">2.30pm</time>');
    expect(html).toContain(`data-countdown="${24 * 60_000}"`);
    expect(html).toMatch(/<div data-countdown-over="true" hidden>.*no longer kept/);
    expect(html).toMatch(/<p class="govuk-visually-hidden" role="status" data-countdown-said="true"><\/p>/);
  });

  it('names the day where it is another, by the clock of the zone', () => {
    const html = renderToString(
      <TimeLeft {...props} until={new Date('2027-07-01T22:30:00Z')} zone="Europe/Rome" />,
    );
    expect(wordsOf(html)).toContain('until Friday 2 July 2027, 12.30am: 9 hours and 24 minutes left');
  });

  it('that is up is told at once, with where to go', () => {
    const html = renderToString(<TimeLeft {...props} now={props.until} />);
    expect(wordsOf(html)).toBe('Your places are no longer kept. See what can still be had');
    expect(html).toContain('href="/conference/bookings/1"');
    expect(html).not.toContain('data-countdown');
  });
});

it.each([
  [0, null],
  [-1, null],
  [1, 'less than a minute left'],
  [59_999, 'less than a minute left'],
  [60_000, '1 minute left'],
  [89_999, '1 minute left'],
  [90_000, '2 minutes left'],
  [1_799_000, '30 minutes left'],
  [3_600_000, '1 hour left'],
  [3_660_000, '1 hour and 1 minute left'],
  [7_260_000, '2 hours and 1 minute left'],
])('%d ms: %j', (milliseconds, words) => {
  expect(timeLeftInWords(milliseconds)).toBe(words);
});

it('never grows', () => {
  const minutesIn = (words: string | null): number => {
    const [, hours = '0'] = /(\d+) hour/.exec(words ?? '') ?? [];
    const [, minutes = '0'] = /(\d+) minute/.exec(words ?? '') ?? [];
    return Number(hours) * 60 + Number(minutes);
  };
  fc.assert(
    fc.property(fc.nat(20_000_000), fc.nat(20_000_000), (one, other) => {
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      expect(minutesIn(timeLeftInWords(less))).toBeLessThanOrEqual(minutesIn(timeLeftInWords(more)));
    }),
  );
});
