import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { bookingWindow } from './booking-window.js';
import { conferenceStatuses } from '../../conferences/domain/conference.js';

const at = (text: string) => Temporal.Instant.from(text);

const conference = {
  status: 'open',
  opensAt: at('2027-01-11T09:00Z'),
  closesAt: at('2027-06-30T16:00Z'),
  lastDay: '2027-07-09',
  zone: 'Europe/London',
} as const;

describe('whether a booking can be begun', () => {
  it.each([
    ['2027-01-11T08:59:59Z', 'not-yet'],
    ['2027-01-11T09:00:00Z', 'open'],
    ['2027-06-30T15:59:59Z', 'open'],
    ['2027-06-30T16:00:00Z', 'closed'],
    ['2027-07-09T22:59:59Z', 'closed'],
    // Midnight in London, in summer.
    ['2027-07-09T23:00:00Z', 'over'],
  ])('at %s: %s', (now, expected) => {
    const state = bookingWindow(conference, at(now));
    expect(state.isOpen ? 'open' : state.why).toBe(expected);
  });

  it('says when bookings begin, and when they end', () => {
    expect(bookingWindow(conference, at('2027-01-01T00:00Z'))).toEqual({
      isOpen: false,
      why: 'not-yet',
      opensAt: conference.opensAt,
    });
    expect(bookingWindow(conference, at('2027-02-01T00:00Z'))).toEqual({
      isOpen: true,
      closesAt: conference.closesAt,
    });
  });

  it('is never so but for an open conference that has not ended', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...conferenceStatuses),
        fc.integer({ min: -400, max: 400 }),
        fc.boolean(),
        (status, hours, isTimed) => {
          const now = at('2027-07-01T00:00Z').add({ hours });
          const times = isTimed ? {} : { opensAt: null, closesAt: null };
          const state = bookingWindow({ ...conference, ...times, status }, now);
          if (state.isOpen) {
            expect(status).toBe('open');
            expect(Temporal.Instant.compare(now, at('2027-07-09T23:00Z'))).toBe(-1);
          } else if (status === 'draft' || status === 'cancelled') {
            expect(state.why).toBe(status);
          }
        },
      ),
    );
  });
});
