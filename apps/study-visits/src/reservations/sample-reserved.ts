import { Temporal } from 'temporal-polyfill';
import type { Reserved } from './reservation-package.js';

/** What is reserved for a traveller in mails that show what they look like. */
export const sampleReserved: Reserved = {
  number: 'traveller-1',
  visitTitle: 'Emilia-Romagna 2035',
  name: 'Bo “B” Example & Guest',
  events: [
    {
      id: 'item-1',
      title: 'CADIAI: care that belongs to those who give it',
      start: Temporal.Instant.from('2035-03-12T08:00:00Z'),
      zone: 'Europe/Rome',
      end: Temporal.Instant.from('2035-03-12T10:00:00Z'),
      endZone: 'Europe/Rome',
      stop: { name: 'CADIAI', address: 'Via Boldrini 8\nBologna', point: { lat: 44.503, lon: 11.341 } },
    },
  ],
  nights: [
    {
      sleeperId: 'traveller-1',
      hotelId: 'hotel-1',
      hotel: 'Hotel Centrale',
      address: 'Via della Zecca 2, Bologna',
      phone: '+39 051 000 0000',
      type: 'TW',
      key: 'TW-01',
      arrives: '2035-03-11',
      leaves: '2035-03-16',
    },
  ],
};
