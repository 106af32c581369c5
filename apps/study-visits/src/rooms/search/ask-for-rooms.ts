import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { notedActor } from '#people';
import { conflict, notFound, Transactions, type Actor } from '#platform';
import { SearchQueue } from '#solver';
import { isId } from '../../domain/ids.js';
import { mustNotBeOver } from '../../visits/change-visit.js';
import { LockVisit } from '../../visits/lock-visit.js';
import { problemOf } from '../domain/visit-rooms.js';
import { ReadRooms } from '../read-rooms.js';
import { RoomSearchRow } from '../store/room-search.entity.js';
import { RoomSearches, type RoomSearch } from './room-search.js';

/** How long is searched for the rooms of a visit. */
export const searchSeconds = 60;

/** Puts searches for rooms into their queue. */
export class RoomQueue extends SearchQueue {}

/** A search, and whether what it found is what the visit has. */
export interface ShownSearch {
  readonly search: RoomSearch;
  readonly isUsed: boolean;
}

/** Asks for the best rooms of a visit, says how far that is, and stops it. */
@Injectable()
export class AskForRooms {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly lock: LockVisit,
    private readonly rooms: ReadRooms,
    private readonly searches: RoomSearches,
    private readonly queue: RoomQueue,
  ) {}

  /** @throws Problem 404; 409 `visit-ended`, `no-hotels`, `nobody`, `already-searching` */
  async run(actor: Actor, visitId: string): Promise<ShownSearch> {
    const id = uuidv7();
    await this.transactions.run(async (manager) => {
      const noted = await notedActor(manager, actor);
      const visit = await this.lock.run(manager, visitId);
      mustNotBeOver(visit);
      const problem = problemOf(await this.rooms.ofVisit(visit, manager));
      if (problem.offers.length === 0)
        throw conflict('no-hotels', 'There are no rooms yet. Add a hotel first, with its rooms.');
      if (problem.travellers.length === 0)
        throw conflict('nobody', 'Nobody is to travel yet, so nobody needs a room.');
      const search = {
        id,
        ownerId: visitId,
        askedBy: noted.identity.personId,
        seconds: searchSeconds,
        problem,
      };
      if (!(await this.searches.add(manager, search)))
        throw conflict(
          'already-searching',
          'Rooms are being searched for already. Wait for that, or stop it.',
        );
    });
    await this.queue.wake(id);
    return this.one(visitId, id);
  }

  /** One that is over stays as it is. @throws Problem 404 */
  async cancel(visitId: string, id: string): Promise<ShownSearch> {
    await this.one(visitId, id);
    await this.searches.cancel(visitId, id);
    return this.one(visitId, id);
  }

  /** @throws Problem 404 */
  async one(visitId: string, id: string): Promise<ShownSearch> {
    const search = isId(visitId) && isId(id) ? await this.searches.one(visitId, id) : null;
    if (!search) throw notFound('There is no such search for rooms.');
    return this.shown(search);
  }

  /** The last that was asked for; `null` where there was none. */
  async last(visitId: string): Promise<ShownSearch | null> {
    const search = await this.searches.last(visitId);
    return search && this.shown(search);
  }

  private async shown(search: RoomSearch): Promise<ShownSearch> {
    const row = await this.dataSource.manager.findOneBy(RoomSearchRow, { id: search.id });
    return { search, isUsed: row?.isUsed === true };
  }
}
