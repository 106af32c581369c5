import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { copiedVisit } from './copied-visit.js';
import { fitting, usualDetails, type VisitDetails } from './details.js';

const source: VisitDetails = {
  ...usualDetails,
  title: 'Emilia-Romagna 2024',
  region: 'Emilia-Romagna',
  country: 'IT',
  zone: 'Europe/Rome',
  firstDay: '2024-03-10',
  lastDay: '2024-03-15',
  summary: 'Six days.',
  description: '',
  contacts: [{ name: 'Sam Example', role: '', phone: null, email: null }],
  pricePence: 99_500,
  depositPence: 20_000,
  balanceDueOn: '2024-02-09',
  applicationsOpenAt: Temporal.Instant.from('2023-09-25T08:00:00Z'),
  applicationsCloseAt: Temporal.Instant.from('2023-11-10T12:00:00Z'),
  decisionOn: '2023-11-24',
  refunds: [{ daysBefore: 60, percent: 100 }],
};

describe('a copy of a visit', () => {
  it('has its days and deadlines moved, its weekdays and clock times kept, and nobody to turn to', () => {
    expect(copiedVisit(source, 'Mondragon 2027', '2027-05-09')).toMatchObject({
      title: 'Mondragon 2027',
      firstDay: '2027-05-09',
      lastDay: '2027-05-14',
      // Still Mondays and Fridays, and 9am and 12 noon by the clock.
      applicationsOpenAt: Temporal.Instant.from('2026-11-23T09:00:00Z'),
      applicationsCloseAt: Temporal.Instant.from('2027-01-08T12:00:00Z'),
      decisionOn: '2027-01-22',
      balanceDueOn: '2027-04-09',
      pricePence: 99_500,
      refunds: [{ daysBefore: 60, percent: 100 }],
      contacts: [],
    });
  });

  it('fits together, however the original did and whenever it is held', () => {
    const tight: VisitDetails = {
      ...source,
      applicationsCloseAt: Temporal.Instant.from('2024-03-09T23:00:00Z'),
      decisionOn: null,
      balanceDueOn: '2024-03-10',
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.constantFrom(source, tight), (days, from) => {
        const firstDay = Temporal.PlainDate.from('2024-03-10').add({ days }).toString();
        const copy = copiedVisit(from, 'Copy', firstDay);
        expect(fitting(copy, 'draft').ok).toBe(true);
        const length = (each: VisitDetails) =>
          Temporal.PlainDate.from(each.firstDay).until(each.lastDay, { largestUnit: 'day' }).days;
        expect(length(copy)).toBe(length(from));
      }),
    );
  });
});
