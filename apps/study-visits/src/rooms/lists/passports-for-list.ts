import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform';
import { LookAtTold } from '../../readiness/look-at-told.js';
import type { RoomingList } from './rooming-lists.js';

/** Numbers of passports by whose they are. */
export type PassportNumbers = ReadonlyMap<string, string>;

/** Opens the passports of those who sleep in a hotel that has to report its guests. */
@Injectable()
export class PassportsForList {
  constructor(private readonly told: LookAtTold) {}

  /**
   * Each look is written down. None where the hotel does not need them, nor of whoever is no longer on the list or told none.
   * @throws Problem 409 `cannot-be-opened`
   */
  async of(actor: Actor, { hotel, rooms, lines }: RoomingList): Promise<PassportNumbers> {
    const numbers = new Map<string, string>();
    if (!hotel.needsPassports) return numbers;
    const listed = new Set(lines.filter(({ mark }) => mark !== 'gone').map(({ line }) => line.sleeperId));
    for (const { id, part } of rooms.sleepers) {
      if (!listed.has(id) || part === 'driver') continue;
      const which = { visitId: rooms.visit.id, travellerId: id };
      const why = `Rooming list for ${hotel.name}`.slice(0, 200);
      const { passport } = await this.told.asStaff(actor, which, ['passport'], why);
      const [first] = passport ?? [];
      if (first) numbers.set(id, first.number);
    }
    return numbers;
  }
}
