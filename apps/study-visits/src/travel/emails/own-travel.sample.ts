import { Temporal } from 'temporal-polyfill';
import type { MailSample } from '#contracts';
import { legChanges, type ToldLeg } from '../domain/told-legs.js';
import type { OwnLeg } from '../legs.js';
import { reservationsOf } from '../telling/reservations.js';
import { toldLeg } from '../telling/told-leg.js';
import { ownTravelEmail, type OwnTravelMail } from './own-travel.email.js';

const site = 'https://events.example.org';

const moment = (at: string, zone: string) => ({ at: Temporal.Instant.from(at), zone });

const flight: OwnLeg = {
  id: '01970000-0000-7000-8000-000000000001',
  visitId: '01970000-0000-7000-8000-000000000002',
  kind: 'flight',
  way: 'there',
  title: 'BA 540',
  carrier: 'Example & Sons Airways',
  fromName: 'London Heathrow, terminal 3',
  fromPoint: null,
  toName: 'Bologna Guglielmo Marconi',
  toPoint: null,
  departs: moment('2027-03-14T07:40:00Z', 'Europe/London'),
  arrives: moment('2027-03-14T09:55:00Z', 'Europe/Rome'),
  changeMinutes: 120,
  borderMinutes: 60,
  meetingPoint: 'Under the big clock, by the <Costa>',
  meetMinutes: 135,
  luggage: 'One cabin bag of 56 × 45 × 25 cm, and one suitcase up to 23 kg',
  vehicle: null,
  seats: null,
  note: null,
  status: 'planned',
  statusReason: null,
  version: 1,
  changedAt: Temporal.Instant.from('2027-01-10T09:00:00Z'),
  bookingReference: 'X7KQ2P',
  seat: '12A',
};

const coach: OwnLeg = {
  ...flight,
  id: '01970000-0000-7000-8000-000000000003',
  kind: 'coach',
  title: 'Coach to the hotel',
  carrier: 'Autobus Esempio',
  fromName: 'Bologna airport, exit 2',
  toName: 'Hotel Esempio, Bologna',
  departs: moment('2027-03-14T11:00:00Z', 'Europe/Rome'),
  arrives: moment('2027-03-14T11:35:00Z', 'Europe/Rome'),
  meetingPoint: null,
  meetMinutes: null,
  luggage: null,
  vehicle: 'White, 49 seats',
  bookingReference: null,
  seat: '7',
};

const mailOf = (legs: readonly OwnLeg[], before: readonly ToldLeg[] | null): OwnTravelMail => {
  const told = legs.map(toldLeg);
  const name = 'Cllr Siân O’Featherstonehaugh';
  return {
    visitTitle: 'Emilia-Romagna 2027',
    name,
    legs: told,
    changes: before === null ? null : legChanges(before, told),
    jsonLd: reservationsOf(legs, name),
    ownUrl: `${site}/visits/travellers/${'sample'.repeat(7)}s/travel`,
    siteUrl: site,
  };
};

const earlier = { ...flight, departs: moment('2027-03-14T06:40:00Z', 'Europe/London'), seat: '14C' };

export const samples: readonly MailSample[] = [
  {
    name: 'own-travel',
    kind: 'visit-links',
    title: 'A traveller’s journey',
    sentWhen: 'Staff tell travellers by what they travel, for the first time.',
    make: () => ownTravelEmail(mailOf([flight, coach], null)),
  },
  {
    name: 'own-travel-changed',
    kind: 'visit-links',
    title: 'A traveller’s journey has changed',
    sentWhen: 'Staff tell travellers again, whose legs are not as they were told before.',
    make: () =>
      ownTravelEmail(
        mailOf([flight, coach], [earlier, { ...coach, id: 'gone', title: 'Coach 2' }].map(toldLeg)),
      ),
  },
  {
    name: 'own-travel-none',
    kind: 'visit-links',
    title: 'A traveller is on no leg any more',
    sentWhen: 'Staff tell travellers again, of whom one is on none of the legs any more.',
    make: () => ownTravelEmail(mailOf([], [toldLeg(flight)])),
  },
];
