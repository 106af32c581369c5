import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { conflict, unprocessable, type Actor } from '#platform';
import { ChangePlan } from '../../plans/change-plan.js';
import { brokenBy, freeKey, moved } from '../checker/moving.js';
import type { RoomStay } from '../domain/problem.js';
import { problemOf, type Sleeper, type VisitRooms } from '../domain/visit-rooms.js';
import { violationWords } from '../in-words.js';
import { ReadRooms } from '../read-rooms.js';
import { RoomStayRow } from '../store/room-stay.entity.js';
import { sleeperOf } from './save-sleeper.js';
import { writeUnsaid } from './write-sleeper.js';

/** Which room: one that somebody has, by its key; another of a kind, without one; `null`: none. */
export interface MoveWish {
  readonly kindId: string;
  readonly key: string | null;
}

/** What moving somebody to a room would break, in words; nothing: it may be done. */
export interface MoveChoice {
  readonly to: MoveWish | null;
  readonly broken: readonly string[];
}

/** Replaces the rooms of a visit by others. The caller holds the visit's lock. */
export async function replaceStays(
  manager: EntityManager,
  rooms: VisitRooms,
  stays: readonly RoomStay[],
): Promise<void> {
  const withRoom = new Set(stays.map(({ traveller }) => traveller));
  await writeUnsaid(
    manager,
    rooms.visit.id,
    rooms.sleepers.filter(({ id }) => withRoom.has(id)),
  );
  await manager.delete(RoomStayRow, { visitId: rooms.visit.id });
  await manager.query(
    `INSERT INTO room_stays (sleeper_id, night, visit_id, kind_id, key)
     SELECT traveller, night, $1, offer, key
     FROM jsonb_to_recordset($2) AS r (traveller uuid, night date, offer uuid, key text)`,
    [rooms.visit.id, JSON.stringify(stays)],
  );
}

/** The rooms after a move, and what it breaks. */
export function tryMove(
  rooms: VisitRooms,
  sleeperId: string,
  nights: readonly string[],
  to: MoveWish | null,
): { readonly stays: readonly RoomStay[]; readonly broken: readonly string[] } {
  const problem = problemOf(rooms);
  const others = moved(rooms.stays, sleeperId, nights, null);
  const target = to && { offer: to.kindId, key: to.key ?? freeKey(problem, others, to.kindId) };
  const stays = moved(rooms.stays, sleeperId, nights, target);
  const broken = brokenBy(problem, rooms.stays, stays).map((each) => violationWords(rooms, each));
  return { stays, broken: [...new Set(broken)] };
}

/** Moves somebody to a room by hand. */
@Injectable()
export class MoveSleeper {
  constructor(
    private readonly change: ChangePlan,
    private readonly rooms: ReadRooms,
  ) {}

  /**
   * @param nights of those that they stay
   * @throws Problem 404; 409 `breaks-rules`, with the rules; 422 without nights
   */
  run(
    actor: Actor,
    visitId: string,
    sleeperId: string,
    nights: readonly string[],
    to: MoveWish | null,
  ): Promise<Sleeper> {
    return this.change.run(actor, visitId, async ({ manager, visit }) => {
      const rooms = await this.rooms.ofVisit(visit, manager);
      const sleeper = sleeperOf(rooms, sleeperId);
      if (nights.length === 0 || nights.some((night) => !sleeper.nights.includes(night)))
        throw unprocessable([
          { field: 'nights', code: 'missing', message: 'Choose one or more of the nights that they stay.' },
        ]);
      const { stays, broken } = tryMove(rooms, sleeperId, nights, to);
      if (broken.length > 0) throw conflict('breaks-rules', broken.join(' '));
      await replaceStays(manager, rooms, stays);
      return { result: sleeper, change: { action: 'Somebody moved to another room by hand', changes: [] } };
    });
  }
}
