import { ordinaryUntil } from '../../../tickets/domain/ticket-type.js';
import type { Catalogue, Code, FreeAllocation, Pool, TicketType } from '../catalogue.js';
import type { Conference } from '../conference.js';

/** A conference for tests; whatever is not said is as plain as can be. */
export const sampleConference = (different: Partial<Conference> = {}): Conference => ({
  id: 'conference',
  version: 1,
  slug: 'annual-conference-2027',
  title: 'Annual Conference 2027',
  hostOrganisationId: null,
  hostName: null,
  venueName: null,
  venueAddress: null,
  firstDay: '2027-10-05',
  lastDay: '2027-10-06',
  days: [],
  zone: 'Europe/London',
  summary: '',
  description: '',
  contactName: null,
  contactEmail: null,
  contactPhone: null,
  opensAt: null,
  closesAt: null,
  changesUntil: null,
  refundSteps: [],
  terms: '',
  paymentDays: 30,
  offerWorkingDays: 2,
  status: 'open',
  statusReason: null,
  calendarUid: null,
  ...different,
});

/** A ticket for tests: £195 for full members, £250 for others, 20 % VAT. */
export const sampleTicket = (different: Partial<TicketType> = {}): TicketType => ({
  id: 'ticket',
  position: 1,
  kind: 'ticket',
  name: 'Full conference',
  description: '',
  days: [],
  format: 'in-person',
  vatBasisPoints: 2000,
  hidden: false,
  least: 0,
  most: null,
  needsApproval: false,
  onSaleFrom: null,
  onSaleUntil: null,
  withdrawnAt: null,
  prices: [
    { category: 'full', until: ordinaryUntil, pence: 19_500 },
    { category: 'non-member', until: ordinaryUntil, pence: 25_000 },
  ],
  allocations: [],
  pools: [],
  ...different,
});

export const sampleCode = (different: Partial<Code> = {}): Code => ({
  id: 'code',
  code: 'SPEAKER',
  priceChange: null,
  reserves: false,
  uses: null,
  expiresAt: null,
  organisationId: null,
  ticketTypeIds: [],
  endedAt: null,
  ...different,
});

/** What a conference offers, put together: pools and allocations are hung on their ticket types. */
export function sampleCatalogue(parts: {
  readonly conference?: Partial<Conference>;
  readonly ticketTypes: readonly TicketType[];
  readonly pools?: readonly Pool[];
  readonly allocations?: readonly FreeAllocation[];
  readonly codes?: readonly Code[];
}): Catalogue {
  const { ticketTypes, pools = [], allocations = [], codes = [] } = parts;
  const whole = ticketTypes.map((type) => ({
    ...type,
    pools: pools.filter(({ ticketTypeIds }) => ticketTypeIds.includes(type.id)),
    allocations: allocations.filter(({ ticketTypeId }) => ticketTypeId === type.id),
  }));
  return {
    conference: sampleConference(parts.conference),
    ticketTypes: whole,
    ticketType: new Map(whole.map((type) => [type.id, type])),
    pools,
    codes,
    questions: [],
  };
}
