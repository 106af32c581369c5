import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { reservationPackage, type Reserved } from './reservation-package.js';
import { sampleReserved } from './sample-reserved.js';

// What schema.org and Gmail say of these types, and nothing besides.
const text = z.string().min(1);
const confirmed = z.literal('https://schema.org/ReservationConfirmed');
const person = z.strictObject({ '@type': z.literal('Person'), name: text });
const reservation = { reservationNumber: text, reservationStatus: confirmed, underName: person };
const moment = z.iso.datetime({ offset: true });

const lodging = z
  .strictObject({
    '@type': z.literal('LodgingReservation'),
    ...reservation,
    reservationFor: z.strictObject({
      '@type': z.literal('LodgingBusiness'),
      name: text,
      address: text.optional(),
      telephone: text.optional(),
    }),
    lodgingUnitType: text,
    checkinTime: z.iso.date(),
    checkoutTime: z.iso.date(),
    checkinDate: z.iso.date(),
    checkoutDate: z.iso.date(),
  })
  .refine(({ checkinTime, checkoutTime }) => checkinTime < checkoutTime);

const event = z
  .strictObject({
    '@type': z.literal('EventReservation'),
    ...reservation,
    reservationFor: z.strictObject({
      '@type': z.literal('Event'),
      name: text,
      startDate: moment,
      endDate: moment,
      location: z
        .strictObject({
          '@type': z.literal('Place'),
          name: text,
          address: text.optional(),
          geo: z
            .strictObject({
              '@type': z.literal('GeoCoordinates'),
              latitude: z.number().min(-90).max(90),
              longitude: z.number().min(-180).max(180),
            })
            .optional(),
        })
        .optional(),
    }),
  })
  .refine(({ reservationFor: { startDate, endDate } }) => Date.parse(startDate) < Date.parse(endDate));

const packaged = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('ReservationPackage'),
  ...reservation,
  reservationFor: z.strictObject({ '@type': z.literal('Trip'), name: text }),
  subReservation: z.array(z.union([lodging, event])).min(1),
});

/** As a program reads it out of a mail. */
const read = (reserved: Reserved) =>
  reservationPackage(reserved).map((each) => packaged.parse(JSON.parse(JSON.stringify(each))));

describe('what is reserved, for programs', () => {
  it('is one package of what schema.org knows', () => {
    const [made] = read(sampleReserved);
    expect(made?.subReservation).toMatchObject([
      { '@type': 'LodgingReservation', checkinTime: '2035-03-11', checkoutTime: '2035-03-16' },
      {
        '@type': 'EventReservation',
        reservationFor: { startDate: '2035-03-12T09:00:00+01:00', endDate: '2035-03-12T11:00:00+01:00' },
      },
    ]);
  });

  it('has each end on its own clock, also in the night in which the clocks change', () => {
    const [first] = sampleReserved.events;
    if (first === undefined) throw new Error('there is one');
    const start = Temporal.Instant.from('2027-03-28T00:30:00Z');
    const events = [{ ...first, start, zone: 'Europe/London', end: start.add({ minutes: 60 }), stop: null }];
    const [made] = read({ ...sampleReserved, events, nights: [] });
    expect(made?.subReservation).toMatchObject([
      { reservationFor: { startDate: '2027-03-28T00:30:00+00:00', endDate: '2027-03-28T03:30:00+02:00' } },
    ]);
  });

  it('is nothing where nothing is reserved, and short enough for a mail', () => {
    expect(read({ ...sampleReserved, events: [], nights: [] })).toEqual([]);
    const [first] = sampleReserved.events;
    if (first === undefined) throw new Error('there is one');
    const title = 'W'.repeat(200);
    const events = Array.from({ length: 100 }, (_, index) => ({ ...first, id: `item-${index}`, title }));
    const [made] = read({ ...sampleReserved, name: 'N'.repeat(200), events });
    expect(made?.subReservation).toHaveLength(30);
    expect(JSON.stringify(made).length).toBeLessThan(30_000);
  });
});
