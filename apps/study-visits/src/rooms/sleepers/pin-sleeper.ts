import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { changesBetween } from '#checks';
import { conflict, unprocessable, type Actor } from '#platform';
import { ChangePlan } from '../../plans/change-plan.js';
import type { Pin, Sleeper, VisitRooms } from '../domain/visit-rooms.js';
import { pinWords } from '../in-words.js';
import { ReadRooms } from '../read-rooms.js';
import { RoomPinRow } from '../store/room-pin.entity.js';
import { sleeperOf } from './save-sleeper.js';
import { writeUnsaid } from './write-sleeper.js';

/** Pins somebody to a hotel or a kind of room, or takes that back. */
@Injectable()
export class PinSleeper {
  constructor(
    private readonly change: ChangePlan,
    private readonly rooms: ReadRooms,
  ) {}

  /**
   * The rooms stay as they are: whoever sleeps elsewhere is told of on the board, and the next proposal puts it right. What is so
   * already is not changed: a second press is harmless.
   *
   * @param seen the pin that the person saw, so that nobody undoes what somebody else did meanwhile; left out: whatever there is
   * @throws Problem 404; 409 `edited-meanwhile`; 422 for a hotel or a kind of room that the visit does not have
   */
  run(
    actor: Actor,
    visitId: string,
    sleeperId: string,
    pin: Pin | null,
    seen?: Pin | null,
  ): Promise<Sleeper> {
    return this.change.run(actor, visitId, async ({ manager, visit }) => {
      const rooms = await this.rooms.ofVisit(visit, manager);
      const sleeper = sleeperOf(rooms, sleeperId);
      if (pin !== null) mustBeThere(rooms, pin);
      if (isDeepStrictEqual(sleeper.pin, pin)) return { result: sleeper, change: null };
      if (seen !== undefined && !isDeepStrictEqual(sleeper.pin, seen)) {
        throw conflict(
          'edited-meanwhile',
          `Somebody else changed this after you opened it: ${inWords(rooms, sleeper.pin)}. Choose again.`,
        );
      }
      if (pin === null) await manager.delete(RoomPinRow, { sleeperId });
      else {
        await writeUnsaid(manager, visit.id, [sleeper]);
        await manager.upsert(RoomPinRow, { sleeperId, visitId: visit.id, ...pin }, ['sleeperId']);
      }
      const result = sleeperOf(await this.rooms.ofVisit(visit, manager), sleeperId);
      const changes = changesBetween({ Where: inWords(rooms, sleeper.pin) }, { Where: inWords(rooms, pin) });
      const action = pin === null ? 'Somebody’s pin to a room taken back' : 'Somebody pinned to a room';
      return { result, change: { action, changes } };
    });
  }
}

const inWords = (rooms: VisitRooms, pin: Pin | null): string =>
  pin === null ? 'wherever there is a room' : pinWords(rooms, pin);

function mustBeThere({ hotels }: VisitRooms, { hotelId, kindId }: Pin): void {
  const hotel = hotels.find(({ id }) => id === hotelId);
  if (hotel && (kindId === null || hotel.kinds.some(({ id }) => id === kindId))) return;
  throw unprocessable([
    { field: 'pin', code: 'unknown-choice', message: 'Choose a hotel or a kind of room that the visit has.' },
  ]);
}
