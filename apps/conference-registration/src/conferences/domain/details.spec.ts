import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { accepted } from '#checks';
import type { ConferenceDetails } from './conference.js';
import { validateDetails, type DetailsInput } from './details.js';
import { sampleDetails, sampleInput } from './testing/samples.js';

const now = Temporal.Instant.from('2026-11-22T12:00:00Z');
const at = (text: string) => accepted(Temporal.Instant.from(text));

const check = (changes: Partial<DetailsInput> = {}, lastDay: string | null = null) =>
  validateDetails({ ...sampleInput, ...changes }, { now, lastDay });

const problems = (changes: Partial<DetailsInput>) => {
  const checked = check(changes);
  return checked.ok ? [] : checked.problems.map(({ field, code }) => [field, code]);
};

it('keeps what is right, tidied', () => {
  expect(check({ title: '  Annual Conference 2027 ', host: { organisationId: null, name: ' ' } })).toEqual({
    ok: true,
    value: { ...sampleDetails, host: null },
  });
});

it.each<[string, Partial<DetailsInput>, [string, string]]>([
  ['no title', { title: ' ' }, ['title', 'missing']],
  ['a title without end', { title: 'x'.repeat(201) }, ['title', 'too-long']],
  ['an address without a venue', { venue: { name: '', address: 'Here' } }, ['venue.name', 'missing']],
  [
    'a number without a name',
    { contact: { name: '', email: null, phone: '1' } },
    ['contact.name', 'missing'],
  ],
  [
    'no mail address',
    { contact: { name: 'A', email: 'a at b', phone: null } },
    ['contact.email', 'not-an-email-address'],
  ],
  ['no zone', { zone: 'Mars' }, ['zone', 'zone-unknown']],
  ['half a day to pay', { paymentDays: '0.5' }, ['paymentDays', 'not-a-whole-number']],
  ['no time to answer', { offerWorkingDays: '0' }, ['offerWorkingDays', 'too-small']],
  [
    'a past day',
    { days: accepted([{ date: '2026-11-21', opens: null, closes: null }]) },
    ['days', 'in-the-past'],
  ],
  ['an end before the beginning', { closesAt: at('2027-02-01T09:00:00Z') }, ['closesAt', 'end-before-start']],
  [
    'an end of booking after the end',
    { closesAt: at('2027-07-10T00:00:01Z') },
    ['closesAt', 'after-the-end'],
  ],
  [
    'a beginning after the end',
    { opensAt: at('2027-08-01T00:00:00Z'), closesAt: accepted(null) },
    ['opensAt', 'after-the-end'],
  ],
  ['changes after the end', { changesUntil: at('2027-08-01T00:00:00Z') }, ['changesUntil', 'after-the-end']],
  [
    'refunds after the end',
    { refundSteps: accepted([{ until: '2027-07-10', percent: 5 }]) },
    ['refundSteps.0.until', 'after-the-end'],
  ],
])('refuses %s', (_what, changes, problem) => {
  expect(problems(changes)).toEqual([problem]);
});

it('says everything that is wrong at once', () => {
  expect(problems({ title: '', zone: '', paymentDays: 'x' }).map(([field]) => field)).toEqual([
    'title',
    'zone',
    'paymentDays',
  ]);
});

it('leaves past days as they were, and refuses to choose them', () => {
  const days = accepted([{ date: '2026-11-01', opens: null, closes: null }]);
  const rest = {
    opensAt: accepted(null),
    closesAt: accepted(null),
    changesUntil: accepted(null),
    refundSteps: accepted([]),
  };
  expect(check({ days, ...rest }, '2026-11-01').ok).toBe(true);
  expect(check({ days, ...rest }, '2026-11-02').ok).toBe(false);
});

it('takes today where it is held for a day that can be chosen, and yesterday there for none', () => {
  const late = Temporal.Instant.from('2026-11-22T12:30:00Z');
  const days = (date: string) => accepted([{ date, opens: null, closes: null }]);
  const rest = {
    opensAt: accepted(null),
    closesAt: accepted(null),
    changesUntil: accepted(null),
    refundSteps: accepted([]),
  };
  const inAuckland = (date: string) =>
    validateDetails(
      { ...sampleInput, ...rest, zone: 'Pacific/Auckland', days: days(date) },
      { now: late, lastDay: null },
    );
  expect(inAuckland('2026-11-23').ok).toBe(true);
  expect(inAuckland('2026-11-22').ok).toBe(false);
});

it('accepts nothing whose times do not fit together, whatever is given', () => {
  const instant = fc
    .integer({ min: 0, max: 400 * 24 })
    .map((hours) => Temporal.Instant.from('2026-12-01T00:00:00Z').add({ hours }));
  const maybe = fc.option(instant, { nil: null });
  fc.assert(
    fc.property(maybe, maybe, maybe, (opensAt, closesAt, changesUntil) => {
      const checked = check({
        opensAt: accepted(opensAt),
        closesAt: accepted(closesAt),
        changesUntil: accepted(changesUntil),
      });
      expect(checked.ok).toBe(fits({ ...sampleDetails, opensAt, closesAt, changesUntil }));
    }),
  );
});

/** The same told in another way. */
function fits({ opensAt, closesAt, changesUntil }: ConferenceDetails): boolean {
  const end = Date.parse('2027-07-09T23:00:00Z');
  const times = [opensAt, closesAt, changesUntil].map((each) => each?.epochMilliseconds ?? null);
  const [opens, closes] = times;
  return (
    times.every((each) => each === null || each <= end) &&
    (opens === null || opens === undefined || closes === null || closes === undefined || opens < closes)
  );
}
