import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { readBookings, type ListedVisit } from './booking-list.js';

const leg = (
  id: string,
  title: string,
  day: string,
  seats: number | null = null,
): ListedVisit['legs'][number] => ({
  id,
  title,
  seats,
  departs: { at: Temporal.Instant.from(`${day}T08:00:00Z`), zone: 'Europe/London' },
  places: [],
});

const visit: ListedVisit = {
  travellers: [
    { id: 'ann', name: 'Ann Example', email: 'ann@example.org' },
    { id: 'bo', name: 'Bo Example', email: 'bo@example.org' },
    { id: 'bo2', name: 'Bo Example', email: null },
  ],
  legs: [
    {
      ...leg('out', 'BA 540', '2035-03-11'),
      places: [{ travellerId: 'ann', bookingReference: 'OLD1', seat: '1A' }],
    },
    leg('coach', 'Coach', '2035-03-11', 1),
    leg('coach2', 'Coach', '2035-03-16'),
  ],
};

const read = (...lines: readonly string[]) => readBookings(Buffer.from(lines.join('\r\n')), visit);
const problemsOf = (...lines: readonly string[]) =>
  read('name,email,leg,day,reference,seat', ...lines).problems.map(
    ({ line, column, message }) => `${line} ${column}: ${message}`,
  );

describe('a list of bookings', () => {
  it('puts people on legs, by address or name, and keeps what it leaves blank', () => {
    const { problems, legs, rows } = read(
      'Traveller;Email;Flight;Day;PNR;Seat',
      ';ANN@example.org;ba  540;;NEW1;',
      'bo example;bo@example.org;BA 540;2035-03-11;X7;12 b',
      'Ann Example;;Coach;2035-03-16;;',
    );
    expect(problems).toEqual([]);
    expect(rows).toBe(3);
    expect(legs).toEqual([
      {
        legId: 'out',
        added: 1,
        changed: 1,
        places: [
          { travellerId: 'ann', bookingReference: 'NEW1', seat: '1A' },
          { travellerId: 'bo', bookingReference: 'X7', seat: '12B' },
        ],
      },
      {
        legId: 'coach2',
        added: 1,
        changed: 0,
        places: [{ travellerId: 'ann', bookingReference: null, seat: null }],
      },
    ]);
  });

  it.each([
    [',,BA 540,,,', '2 name: Nobody is named. Give the name or the address.'],
    ['Cy,,BA 540,,,', '2 name: No traveller of this visit is called Cy.'],
    ['Bo Example,,BA 540,,,', '2 name: Several travellers are called Bo Example. Give the address.'],
    [
      'Ann Example,x@example.org,BA 540,,,',
      '2 email: No traveller of this visit has the address x@example.org.',
    ],
    ['Ann Example,,,,,', '2 leg: No leg is named. Give its title, such as BA 540.'],
    ['Ann Example,,BA 9,,,', '2 leg: No leg of this visit is called BA 9.'],
    ['Ann Example,,Coach,,,', '2 day: Several legs are called Coach. Give the day: 2035-03-11, 2035-03-16.'],
    [
      'Ann Example,,BA 540,2035-03-12,,',
      '2 day: BA 540 does not depart on 2035-03-12. It does on 2035-03-11.',
    ],
    ['Ann Example,,BA 540,11/3/35,,', '2 day: “11/3/35” cannot be read as a day. Write it like 2027-03-14.'],
    [',bo@example.org,BA 540,,,1a', '2 seat: Somebody else has seat 1A already. Choose another.'],
    [
      `Ann Example,,BA 540,,${'x'.repeat(41)},`,
      '2 booking reference: This has 41 characters. Shorten it to 40 or fewer.',
    ],
  ])('tells what is wrong by row and column: %s', (line, problem) => {
    expect(problemsOf(line)).toEqual([problem]);
  });

  it('tells of rows that are twice, and of more people than seats', () => {
    expect(problemsOf('Ann Example,,BA 540,,,', ',ann@example.org,BA 540,,,')).toEqual([
      '3 null: Row 2 says something of the same traveller and leg. Delete one.',
    ]);
    expect(problemsOf('Ann Example,,Coach,2035-03-11,,', ',bo@example.org,Coach,2035-03-11,,')).toEqual([
      '3 leg: Coach: There is 1 seat, and 2 people are to travel. Take some off, or enter more seats.',
    ]);
  });

  it.each([
    ['', 'The file is empty. Choose another one.'],
    ['name,leg', 'There is nothing in the file below its first row.'],
    ['name,seat\r\na,b', 'There is no column called leg. The first row must name the columns.'],
    ['leg,seat\r\na,b', 'There is no column called name, nor one called email. Add one of them.'],
    ['%PDF-1.7', 'This is a PDF document. Choose a CSV file.'],
  ])('is no list: “%s”', (text, message) => {
    expect(read(text).problems.map((problem) => problem.message)).toEqual([message]);
  });

  it('takes nobody off, whatever stands in it', () => {
    const cell = fc.constantFrom(
      '',
      'Ann Example',
      'ann@example.org',
      'BA 540',
      'Coach',
      '2035-03-16',
      '1A',
      '"',
      "'=1",
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 6 }), (lines) => {
        const { legs } = read('name,email,leg,day,reference,seat', ...lines.map((cells) => cells.join(',')));
        for (const { legId, places } of legs) {
          const before = visit.legs.find(({ id }) => id === legId)?.places ?? [];
          const on = new Set(places.map(({ travellerId }) => travellerId));
          expect(before.every(({ travellerId }) => on.has(travellerId))).toBe(true);
        }
      }),
    );
  });
});
