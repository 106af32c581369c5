import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { checkText } from '#checks';
import { dateOf, valueOf, type Actor } from '#platform';
import { ChangePlan } from '../../plans/change-plan.js';
import { CLOCK, type Clock } from '../../tokens.js';
import type { Hotel, VisitRooms } from '../domain/visit-rooms.js';
import { noSuchHotel } from '../hotels/save-hotel.js';
import { ReadRooms } from '../read-rooms.js';
import { RoomingListRow } from '../store/rooming-list.entity.js';
import { markChanges, type MarkedLine } from './domain/list-changes.js';
import { roomingLines } from './domain/rooming-lines.js';

/** A list that was sent. */
export type SentList = Pick<RoomingListRow, 'id' | 'number' | 'sentTo' | 'sentAt' | 'lines'>;

/** A hotel's rooming list as it is now, beside the last that was sent. */
export interface RoomingList {
  readonly rooms: VisitRooms;
  readonly hotel: Hotel;
  readonly lines: readonly MarkedLine[];
  /** The newest first. */
  readonly sent: readonly SentList[];
}

/** Makes hotels' rooming lists, and keeps what was sent. */
@Injectable()
export class RoomingLists {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly rooms: ReadRooms,
    private readonly change: ChangePlan,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  async of(
    visitId: string,
    hotelId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<RoomingList> {
    const rooms = await this.rooms.of(visitId, manager);
    const hotel = rooms.hotels.find(({ id }) => id === hotelId);
    if (!hotel) throw noSuchHotel();
    const sent = await manager.find(RoomingListRow, { where: { hotelId }, order: { number: 'DESC' } });
    const lines = markChanges(roomingLines(rooms, hotel), sent[0]?.lines ?? null);
    return { rooms, hotel, lines, sent };
  }

  /**
   * Keeps the list as it is now as one that was sent, with the next number.
   * @param last the number of the last that the person saw, so that pressing twice keeps one; 0: none
   * @throws Problem 404; 422
   */
  send(actor: Actor, visitId: string, hotelId: string, sentTo: string, last: number): Promise<RoomingList> {
    const to = valueOf(
      checkText(sentTo, 'sentTo', {
        longest: 254,
        missing: { code: 'missing', message: 'Enter to whom the list was sent.' },
      }),
    );
    return this.change.run(actor, visitId, async ({ manager, actor: noted }) => {
      const { lines, sent, hotel } = await this.of(visitId, hotelId, manager);
      const number = (sent[0]?.number ?? 0) + 1;
      if (number !== last + 1) return { result: await this.of(visitId, hotelId, manager), change: null };
      await manager.insert(RoomingListRow, {
        id: uuidv7(),
        visitId,
        hotelId,
        number,
        sentTo: to,
        sentAt: dateOf(this.clock()),
        sentBy: noted.identity.personId,
        lines: lines.filter(({ mark }) => mark !== 'gone').map(({ line }) => ({ ...line })),
      });
      const result = await this.of(visitId, hotelId, manager);
      return {
        result,
        change: { action: `Rooming list ${number} sent to “${hotel.name}”`, changes: [] },
      };
    });
  }
}
