import type { INestApplicationContext } from '@nestjs/common';
import type { DemoClock } from '#platform';
import { Temporal } from 'temporal-polyfill';
import { ReadNews } from '../itinerary/read-news.js';
import { TellItem } from '../readiness/tell-item.js';
import { SaveHotel } from '../rooms/hotels/save-hotel.js';
import { RoomingLists } from '../rooms/lists/rooming-lists.js';
import { MoveSleeper } from '../rooms/sleepers/move-sleeper.js';
import { SaveSleeper } from '../rooms/sleepers/save-sleeper.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import { TravellerLinks } from '../travellers/traveller-links.js';
import { staff } from './network.js';

const nights = ['2024-03-10', '2024-03-11', '2024-03-12', '2024-03-13', '2024-03-14'];

/** So many pairs said that they would share; all others wished to be alone. */
const pairs = 3;

/** Gives everybody of Emilia-Romagna a bed, and sends the hotel its list. */
export async function giveRooms(
  app: INestApplicationContext,
  clock: DemoClock,
  visitId: string,
): Promise<void> {
  clock.put(Temporal.PlainDate.from('2024-02-12'), '11:30');
  const travellers = await app.get(ReadTravellers).confirmed(visitId);
  const { id, kinds } = await app.get(SaveHotel).add(staff, visitId, {
    name: 'The hotel at Bologna’s station',
    address: 'By the exit to the city, Bologna Centrale',
    phone: '',
    needsPassports: false,
    kinds: [
      { type: 'SG', accessible: false, rooms: '22', price: '84' },
      { type: 'TW', accessible: false, rooms: '4', price: '118' },
    ],
  });
  const kindOf = (type: string) => kinds.find((kind) => kind.type === type)?.id ?? '';
  for (const [index, traveller] of travellers.entries()) {
    const isShared = index < 2 * pairs;
    const other = isShared ? travellers[index % 2 === 0 ? index + 1 : index - 1] : undefined;
    await app
      .get(SaveSleeper)
      .byStaff(staff, { visitId, sleeperId: traveller.id, version: 0 }, wishOf(traveller, other));
  }
  for (const [index, { id: sleeperId }] of travellers.entries()) {
    const isShared = index < 2 * pairs;
    const pair = Math.floor(index / 2) + 1;
    const to = isShared ? { kindId: kindOf('TW'), key: `TW-0${pair}` } : { kindId: kindOf('SG'), key: null };
    await app.get(MoveSleeper).run(staff, visitId, sleeperId, nights, to);
  }
  await app.get(RoomingLists).send(staff, visitId, id, 'reservations@hotel.example', 0);
}

const wishOf = ({ name }: Traveller, other: Traveller | undefined) => {
  const [forename = '', ...rest] = name.split(' ');
  return {
    title: '',
    forename,
    surname: rest.join(' '),
    nights: null,
    wish: other === undefined ? 'single' : 'twin',
    with: other === undefined ? [] : [other.id],
    named: [],
    needsAccessible: false,
    note: '',
  };
};

/** The last two have not answered whether the others may know of them, nor looked at their days. */
const silent = 2;

/** What the travellers of Emilia-Romagna agreed to, and that they have seen their days. */
export async function hearTravellers(
  app: INestApplicationContext,
  clock: DemoClock,
  visitId: string,
): Promise<void> {
  clock.put(Temporal.PlainDate.from('2024-02-20'), '18:10');
  const travellers = await app.get(ReadTravellers).confirmed(visitId);
  for (const [index, { id }] of travellers.slice(0, -silent).entries()) {
    const consents = { hosts: true, party: index % 8 !== 5, photos: index % 3 !== 2 };
    await app.get(TellItem).run({ visitId, travellerId: id }, { item: 'consent', consents }, 0);
    await app.get(ReadNews).seen(app.get(TravellerLinks).secretFor(id), 1);
  }
}
