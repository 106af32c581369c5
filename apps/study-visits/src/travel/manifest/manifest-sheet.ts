import { sheetOf } from '#sheets';
import { meetingOf } from '../domain/leg.js';
import { legName, momentWords } from '../in-words.js';
import type { Manifest } from './read-manifest.js';

/** A manifest as a sheet for those who lead the visit: nothing of passports or health is in it. */
export const manifestSheet = ({ visit, leg, passengers }: Manifest) => {
  const meets = meetingOf(leg);
  const pickUp = [leg.meetingPoint ?? leg.fromName, momentWords(meets ?? leg.departs)].join(', ');
  return sheetOf({
    name: `Manifest, ${legName(leg)}, ${visit.title}`,
    columns: [
      { key: 'leg', title: 'Leg', kind: 'text' },
      { key: 'vehicle', title: 'Vehicle', kind: 'text' },
      { key: 'pickUp', title: 'Pick-up', kind: 'text' },
      { key: 'seat', title: 'Seat', kind: 'text' },
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'organisation', title: 'Organisation', kind: 'text' },
      { key: 'mobile', title: 'Mobile', kind: 'text' },
      { key: 'reference', title: 'Booking reference', kind: 'text' },
      { key: 'boarded', title: 'Aboard', kind: 'text' },
    ],
    rows: passengers.map(({ traveller, seat, bookingReference }) => ({
      leg: legName(leg),
      vehicle: leg.vehicle,
      pickUp,
      seat,
      name: traveller.name,
      organisation: traveller.organisationName,
      mobile: traveller.phone,
      reference: bookingReference,
      boarded: null,
    })),
  });
};
