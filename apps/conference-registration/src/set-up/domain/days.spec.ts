import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { accepted } from '#checks';
import { beginningOf, checkPlausibleDay, dayFromIso, dayOf, endOf, lastDayBefore } from './days.js';

const days = fc
  .integer({ min: 0, max: 36_000 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }).toString());
const zones = fc.constantFrom('Europe/London', 'Pacific/Auckland', 'America/Sao_Paulo', 'Africa/Cairo');

it('a day begins and ends on itself, whatever the clocks do', () => {
  fc.assert(
    fc.property(days, zones, (day, zone) => {
      expect(dayOf(beginningOf(day, zone), zone)).toBe(day);
      expect(lastDayBefore(endOf(day, zone), zone)).toBe(day);
      expect(lastDayBefore(beginningOf(day, zone), zone) < day).toBe(true);
    }),
  );
});

it.each(['2027-02-30', '31/1/2027', '', '2027-1-31', '=1'])('%j is no date', (text) => {
  expect(dayFromIso(text, 'lastDay')).toMatchObject({ ok: false, problems: [{ code: 'date-unreadable' }] });
});

it('reads dates, and takes none for none', () => {
  expect(dayFromIso('2027-01-31', 'x')).toEqual(accepted('2027-01-31'));
  expect(dayFromIso(null, 'x')).toEqual(accepted(null));
});

it('takes years of this century alone', () => {
  expect(checkPlausibleDay(accepted('2027-01-31'), 'x').ok).toBe(true);
  expect(checkPlausibleDay(accepted('0207-01-31'), 'x').ok).toBe(false);
  expect(checkPlausibleDay(accepted('2101-01-01'), 'x').ok).toBe(false);
});
