import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { accepted } from '#checks';
import { Transactions } from '#platform';
import { KeepLegs } from '../travel/keep-legs.js';
import { PlaceTravellers } from '../travel/place-travellers.js';
import { staff } from './network.js';

const stansted = { name: 'London Stansted', point: { lat: 51.886, lon: 0.2389 } };
const airport = { name: 'Bologna Airport', point: { lat: 44.5354, lon: 11.2887 } };
const hotel = { name: 'The hotel at Bologna’s station', point: { lat: 44.5045, lon: 11.344 } };

/** A clock of Emilia-Romagna’s days: `2024-03-10`, `13:25`, where. */
const moment = (day: string, time: string, zone: string) => ({
  day: accepted<string | null>(day),
  time: accepted(Temporal.PlainTime.from(time)),
  zone: accepted(zone),
  which: '',
});

const legs = [
  {
    kind: 'flight',
    way: 'there',
    title: 'FR 195',
    from: stansted,
    to: airport,
    departs: moment('2024-03-10', '10:05', 'Europe/London'),
    arrives: moment('2024-03-10', '13:15', 'Europe/Rome'),
    meetingPoint: 'In front of the bookshop before security',
    meetMinutes: 120,
  },
  {
    kind: 'coach',
    way: 'there',
    title: 'Coach to the hotel',
    from: airport,
    to: hotel,
    departs: moment('2024-03-10', '14:15', 'Europe/Rome'),
    arrives: moment('2024-03-10', '14:40', 'Europe/Rome'),
    meetingPoint: 'At the exit of arrivals, where somebody holds up our sign',
    meetMinutes: 0,
  },
  {
    kind: 'coach',
    way: 'back',
    title: 'Coach to the airport',
    from: hotel,
    to: airport,
    departs: moment('2024-03-15', '14:30', 'Europe/Rome'),
    arrives: moment('2024-03-15', '15:00', 'Europe/Rome'),
    meetingPoint: 'In the lobby',
    meetMinutes: 15,
  },
  {
    kind: 'flight',
    way: 'back',
    title: 'FR 194',
    from: airport,
    to: stansted,
    departs: moment('2024-03-15', '18:05', 'Europe/Rome'),
    arrives: moment('2024-03-15', '19:25', 'Europe/London'),
    meetingPoint: 'At check-in',
    meetMinutes: 150,
  },
] as const;

/** The flights and the coaches of Emilia-Romagna, with everybody on them. */
export async function planJourney(app: INestApplicationContext, visitId: string): Promise<void> {
  for (const { from, to, ...leg } of legs) {
    const isFlight = leg.kind === 'flight';
    const added = await app.get(Transactions).run((manager) =>
      app.get(KeepLegs).add(manager, staff, visitId, {
        ...leg,
        carrier: null,
        fromName: from.name,
        fromPoint: accepted(from.point),
        toName: to.name,
        toPoint: accepted(to.point),
        changeMinutes: accepted(isFlight ? 60 : 0),
        borderMinutes: accepted(isFlight ? 45 : 0),
        meetMinutes: accepted<number | null>(leg.meetMinutes),
        luggage: isFlight ? 'A cabin bag of 10 kg, and one of 20 kg checked in' : null,
        vehicle: isFlight ? null : '49-seater, white',
        seats: accepted(isFlight ? null : 49),
        note: null,
      }),
    );
    await app.get(PlaceTravellers).everybody(staff, { visitId, legId: added.id, version: null });
  }
}
