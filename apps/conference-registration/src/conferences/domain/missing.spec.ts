import { Temporal } from 'temporal-polyfill';
import type { ConferenceDetails } from './conference.js';
import { missingToOpen, worthALook, type SoldTicket } from './missing.js';
import { sampleDetails, sampleTicket } from './testing/samples.js';

const now = Temporal.Instant.from('2026-11-22T12:00:00Z');
const codes = (details: Partial<ConferenceDetails>, tickets: readonly SoldTicket[] = [sampleTicket]) =>
  missingToOpen({ ...sampleDetails, ...details }, tickets, now).map(({ code }) => code);
const looks = (details: Partial<ConferenceDetails>, tickets: readonly SoldTicket[] = [sampleTicket]) =>
  worthALook({ ...sampleDetails, ...details }, tickets).map(({ code }) => code);

it('lacks nothing when all is there', () => {
  expect(codes({})).toEqual([]);
  expect(looks({})).toEqual([]);
});

it('cannot open without words, days and somebody to ask', () => {
  expect(codes({ summary: '', terms: '', contact: null })).toEqual([
    'summary-missing',
    'terms-missing',
    'contact-missing',
  ]);
  expect(codes({ contact: { name: 'A', email: null, phone: null } })).toEqual(['contact-missing']);
  expect(codes({ contact: { name: 'A', email: null, phone: '1' } })).toEqual([]);
  expect(codes({ days: [{ date: '2026-11-21', opens: null, closes: null }] })).toEqual(['days-past']);
  expect(codes({ days: [{ date: '2026-11-22', opens: null, closes: null }] })).toEqual([]);
  expect(codes({ closesAt: now })).toEqual(['closes-past']);
});

it('cannot open without a ticket that somebody can have', () => {
  const dinner = { ...sampleTicket, kind: 'add-on' as const };
  expect(codes({}, [])).toEqual(['tickets-missing']);
  expect(codes({}, [dinner])).toEqual(['tickets-missing']);
  expect(codes({}, [{ ...sampleTicket, isWithdrawn: true }])).toEqual(['tickets-missing']);
  expect(codes({}, [{ ...sampleTicket, hasPrice: false }, dinner])).toEqual(['prices-missing']);
  expect(codes({}, [{ ...sampleTicket, hasPrice: false, hasFreePlaces: true }])).toEqual([]);
  expect(codes({}, [{ ...sampleTicket, onSaleUntil: now }])).toEqual(['sale-past']);
  expect(codes({}, [{ ...sampleTicket, onSaleUntil: now }, sampleTicket])).toEqual([]);
});

it('points at what may be forgotten', () => {
  expect(looks({ venue: null, refundSteps: [] })).toEqual(['venue-missing', 'refunds-missing']);
  expect(looks({ days: [{ date: '2027-07-08', opens: null, closes: null }] })).toEqual(['times-missing']);
  expect(looks({}, [{ ...sampleTicket, isLimited: false }])).toEqual(['unlimited']);
  expect(looks({}, [sampleTicket, { ...sampleTicket, name: 'Dinner', hasPrice: false }])).toEqual([
    'without-price',
  ]);
  expect(looks({}, [{ ...sampleTicket, hasPrice: false }])).toEqual([]);
});
