import { sheetOf } from '#sheets';
import { legName, momentWords, wayWords } from './in-words.js';
import type { VisitTravel } from './read-travel.js';

/** Who is on which leg, a row for each, and who looks after their own way. */
export const travelSheet = ({ visit, legs, people }: VisitTravel) =>
  sheetOf({
    name: `Travel, ${visit.title}`,
    columns: [
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'organisation', title: 'Organisation', kind: 'text' },
      { key: 'leg', title: 'Leg', kind: 'text' },
      { key: 'way', title: 'Way', kind: 'text' },
      { key: 'departs', title: 'Departs', kind: 'text' },
      { key: 'arrives', title: 'Arrives', kind: 'text' },
      { key: 'reference', title: 'Booking reference', kind: 'text' },
      { key: 'seat', title: 'Seat', kind: 'text' },
    ],
    rows: people.flatMap(({ traveller, own }) => {
      const who = { name: traveller.name, organisation: traveller.organisationName };
      const rows = legs
        .filter(({ status }) => status === 'planned')
        .flatMap((leg) => {
          const place = leg.places.find(({ travellerId }) => travellerId === traveller.id);
          if (place === undefined) return [];
          const [departs, arrives] = [momentWords(leg.departs), momentWords(leg.arrives)];
          const { bookingReference: reference, seat } = place;
          return [{ ...who, leg: legName(leg), way: wayWords[leg.way], departs, arrives, reference, seat }];
        });
      const alone = own.map(({ way, place, when }) => ({
        ...who,
        leg: `On their own: ${place}`,
        way: wayWords[way],
        departs: way === 'back' ? momentWords(when) : null,
        arrives: way === 'there' ? momentWords(when) : null,
        reference: null,
        seat: null,
      }));
      return [...rows, ...alone];
    }),
  });
