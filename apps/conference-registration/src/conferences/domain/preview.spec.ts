import { Temporal } from 'temporal-polyfill';
import { sampleCatalogue, sampleTicket } from '../../catalogue/domain/testing/sample-catalogue.js';
import type { ConferenceStatus } from './conference.js';
import { previewed, previewMoment } from './preview.js';

const ticket = sampleTicket({
  id: 't',
  prices: [
    { category: 'full', until: '9999-12-31', pence: 19500 },
    { category: 'supporter', until: '9999-12-31', pence: 9500 },
  ],
});
const allocation = { id: 'a', ticketTypeId: 't', category: 'full', organisationId: null, places: 2 } as const;

const catalogue = (status: ConferenceStatus) =>
  sampleCatalogue({ conference: { status }, ticketTypes: [ticket], allocations: [allocation] });

it('shows a draft as if it were open, and everything else as it is', () => {
  expect(previewed(catalogue('draft'), null).conference.status).toBe('open');
  expect(previewed(catalogue('paused'), null).conference.status).toBe('paused');
});

it('shows what one category is offered', () => {
  expect(previewed(catalogue('open'), null).ticketTypes).toEqual([{ ...ticket, allocations: [allocation] }]);
  const [offered] = previewed(catalogue('open'), 'supporter').ticketTypes;
  expect(offered?.prices.map(({ pence }) => pence)).toEqual([9500]);
  expect(offered?.allocations).toEqual([]);
  expect(previewed(catalogue('open'), 'supporter').ticketType.get('t')).toEqual(offered);
});

it('is of this moment today, and of noon there on any other day', () => {
  const now = Temporal.Instant.from('2027-06-30T23:30:00Z');
  expect(previewMoment('2027-07-01', 'Europe/London', now)).toBe(now);
  expect(previewMoment('2027-06-30', 'Europe/London', now).toString()).toBe('2027-06-30T11:00:00Z');
});
