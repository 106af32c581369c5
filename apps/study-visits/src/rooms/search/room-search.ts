import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';
import { Transactions, type Log } from '#platform';
import {
  RunSearch,
  SearchRows,
  SearchWorker,
  Solver,
  usualMegabytes,
  type ClaimedSearch,
  type Search,
  type SolverPlace,
} from '#solver';
import { LOG } from '../../tokens.js';
import type { RoomsAnswer } from '../domain/answer.js';
import type { RoomsProblem } from '../domain/problem.js';
import { problemOf } from '../domain/visit-rooms.js';
import { ReadRooms } from '../read-rooms.js';
import { replaceStays } from '../sleepers/move-sleeper.js';
import { RoomSearchRow } from '../store/room-search.entity.js';

/** One search for the rooms of a visit. */
export type RoomSearch = Search<'visitId', RoomsAnswer>;

/** The name of the searches' queue. */
export const roomQueueName = 'study-visits-rooms';

/** Where rooms are searched for, what that may take, and what is said when it comes to nothing. */
export const usualPlace: SolverPlace = {
  file: new URL('./rooms.worker.js', import.meta.url).href,
  megabytes: usualMegabytes,
  grace: 20_000,
  words: {
    crash: 'The search for rooms ended unexpectedly. Try again; if it happens again, tell us when it was.',
    memory: 'The search for rooms needed more memory than it may use.',
    time: 'The search for rooms did not come to an end in its time. Try again.',
    cancelled: 'The search for rooms was stopped before it had ended.',
  },
};

/** Searches for rooms, one visit at a time. */
export class RoomsSolver extends Solver<RoomsProblem, RoomsAnswer> {
  constructor(place: SolverPlace = usualPlace) {
    super(place);
  }
}

/** The rows of searches. */
@Injectable()
export class RoomSearches extends SearchRows<'visitId', RoomsProblem, RoomsAnswer> {
  constructor(@InjectDataSource() dataSource: DataSource) {
    super(dataSource, { table: 'room_searches', ownerColumn: 'visit_id', ownerName: 'visitId' });
  }
}

/** What becomes of rooms that were found. */
@Injectable()
export class UseRooms {
  constructor(private readonly rooms: ReadRooms) {}

  /** They become the visit's, unless somebody changed something meanwhile that they were found for. */
  async run(
    manager: EntityManager,
    search: ClaimedSearch<'visitId', RoomsProblem>,
    { stays }: RoomsAnswer,
  ): Promise<void> {
    const rooms = await this.rooms.of(search.visitId, manager);
    const now: unknown = JSON.parse(JSON.stringify(problemOf(rooms)));
    if (!isDeepStrictEqual(now, search.problem)) return;
    await replaceStays(manager, rooms, stays);
    await manager.update(RoomSearchRow, { id: search.id }, { isUsed: true });
  }
}

/** Searches for the rooms of one visit and writes them down. */
@Injectable()
export class RunRoomSearch extends RunSearch<'visitId', RoomsProblem, RoomsAnswer> {
  constructor(
    rows: RoomSearches,
    solver: RoomsSolver,
    use: UseRooms,
    transactions: Transactions,
    @Inject(LOG) log: Log,
  ) {
    super({
      rows,
      solver,
      transactions,
      log,
      words: {
        unchanged: 'The rooms are as they were.',
        diedTwice:
          'The service stopped twice while rooms were searched for. The rooms are as they were. Tell us when it was.',
        notWritten:
          'Rooms were found but could not be written down. The rooms are as they were. Search again in a few minutes.',
      },
      lock: (manager, { visitId }) => manager.query('SELECT lock_visit($1)', [visitId]),
      write: (manager, search, answer) => use.run(manager, search, answer),
    });
  }
}

/** Takes up the searches in the queue. */
export class RoomSearchWorker extends SearchWorker {}
