import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Mark, ReadinessItem } from '../readiness/domain/item.js';
import type { ReadinessSource } from '../readiness/readiness-source.js';
import type { Visit } from '../visits/domain/visit.js';
import { ownRoomingPath, sleeperPath } from './addresses.js';
import { ReadRooms } from './read-rooms.js';

/** Whether travellers have said what they need of a room: how they would like to sleep, and their name in the passport. */
@Injectable()
export class RoomingReadiness implements ReadinessSource {
  readonly items = ['rooming'] as const;

  constructor(private readonly rooms: ReadRooms) {}

  async read(
    manager: EntityManager,
    visit: Visit,
    travellerIds: readonly string[],
  ): Promise<ReadonlyMap<string, Partial<Record<ReadinessItem, Mark>>>> {
    const { sleepers, nights } = await this.rooms.ofVisit(visit, manager);
    const wanted = new Set(travellerIds);
    return new Map(
      sleepers
        .filter(({ id }) => wanted.has(id))
        .map((sleeper) => {
          if (nights.length === 0 || sleeper.nights.length === 0)
            return [sleeper.id, { rooming: { status: 'not-needed', words: 'Stays for no night' } }] as const;
          const missing = [
            ...(sleeper.wish === null ? ['how they would like to sleep'] : []),
            ...(sleeper.surname === '' ? ['their name as in the passport'] : []),
          ];
          const mark: Mark =
            missing.length === 0
              ? { status: 'done', words: 'Said what they need of a room' }
              : { status: 'missing', words: `Not said yet: ${missing.join(', ')}` };
          return [sleeper.id, { rooming: mark }] as const;
        }),
    );
  }

  path(_item: ReadinessItem, visitId: string, travellerId: string): string {
    return sleeperPath(visitId, travellerId);
  }

  ownPath(_item: ReadinessItem, secret: string): string {
    return ownRoomingPath(secret);
  }
}
