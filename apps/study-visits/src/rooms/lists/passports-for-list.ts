import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform';
import type { KeptPassport } from '../../readiness/domain/passports.js';
import { LookAtTold } from '../../readiness/look-at-told.js';
import type { RoomingList } from './rooming-lists.js';

/** What a hotel that has to report its guests is told of each, by whose it is. */
export type GuestPassports = ReadonlyMap<string, Pick<KeptPassport, 'number' | 'bornOn'>>;

/** Opens the passports of those who sleep in a hotel that has to report its guests. */
@Injectable()
export class PassportsForList {
  constructor(private readonly told: LookAtTold) {}

  /**
   * Each look is written down. None where the hotel does not need them, nor of whoever is no longer on the list or told none.
   * @throws Problem 409 `cannot-be-opened`
   */
  async of(actor: Actor, { hotel, rooms, lines }: RoomingList): Promise<GuestPassports> {
    const passports = new Map<string, Pick<KeptPassport, 'number' | 'bornOn'>>();
    if (!hotel.needsPassports) return passports;
    const listed = new Set(lines.filter(({ mark }) => mark !== 'gone').map(({ line }) => line.sleeperId));
    for (const { id, part } of rooms.sleepers) {
      if (!listed.has(id) || part === 'driver') continue;
      const which = { visitId: rooms.visit.id, travellerId: id };
      const why = `Rooming list for ${hotel.name}`.slice(0, 200);
      const { passport } = await this.told.asStaff(actor, which, ['passport'], why);
      const [first] = passport ?? [];
      if (first) passports.set(id, first);
    }
    return passports;
  }
}
