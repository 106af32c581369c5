import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { conflict, notFound, unprocessable, valueOf, type Actor } from '#platform';
import { isId } from '../../domain/ids.js';
import { ChangePlan } from '../../plans/change-plan.js';
import { checkHotel, mostRooms, type HotelDetails, type HotelInput } from '../domain/hotel-details.js';
import type { Hotel } from '../domain/visit-rooms.js';
import { ReadRooms } from '../read-rooms.js';
import { HotelRow } from '../store/hotel.entity.js';
import { RoomKindRow } from '../store/room-kind.entity.js';

/** 404: the visit has no such hotel. */
export const noSuchHotel = () => notFound('There is no such hotel.');

/** 409: somebody changed the hotel since the person opened it. */
const editedMeanwhile = () =>
  conflict(
    'edited-meanwhile',
    'Somebody changed this hotel after you opened it. Compare their change with yours, then save again.',
  );

/** Which hotel of a visit, as the person saw it. */
export interface SeenHotel {
  readonly visitId: string;
  readonly hotelId: string;
  readonly version: number;
}

/** Adds, changes and removes a visit's hotels. */
@Injectable()
export class SaveHotel {
  constructor(
    private readonly change: ChangePlan,
    private readonly rooms: ReadRooms,
  ) {}

  /**
   * @param id a new one's, given by the form, so that pressing twice adds one hotel
   * @throws Problem 404; 422
   */
  add(actor: Actor, visitId: string, input: HotelInput, id: string = uuidv7()): Promise<Hotel> {
    const details = valueOf(checkHotel(input));
    return this.change.run(actor, visitId, async ({ manager, visit }) => {
      const had = (await this.rooms.ofVisit(visit, manager)).hotels.find((each) => each.id === id);
      if (had) return { result: had, change: null };
      const { kinds: _, ...columns } = details;
      await manager.insert(HotelRow, { id, visitId, ...columns, version: 1 });
      await this.writeKinds(manager, { id, kinds: [] }, details);
      const result = await this.read(manager, visitId, id);
      return { result, change: { action: `Hotel added: “${details.name}”`, changes: [] } };
    });
  }

  /**
   * Whoever had a room of a kind that goes is without one.
   * @throws Problem 404; 409 `edited-meanwhile`; 422
   */
  edit(actor: Actor, seen: SeenHotel, input: HotelInput): Promise<Hotel> {
    const details = valueOf(checkHotel(input));
    return this.changed(actor, seen, async (manager, hotel) => {
      const { kinds: _, ...columns } = details;
      await manager.update(HotelRow, { id: hotel.id }, { ...columns, version: hotel.version + 1 });
      await this.writeKinds(manager, hotel, details);
      return `Hotel changed: “${details.name}”`;
    });
  }

  /**
   * Says how many rooms there are in single nights.
   * @param numbers by kind and night; a night that has as many as usual may be named or not
   * @throws Problem 404; 409 `edited-meanwhile`; 422
   */
  setNights(
    actor: Actor,
    seen: SeenHotel,
    numbers: Readonly<Record<string, Readonly<Record<string, number>>>>,
  ): Promise<Hotel> {
    return this.changed(actor, seen, async (manager, hotel) => {
      for (const kind of hotel.kinds) {
        const given = Object.entries(numbers[kind.id] ?? {});
        const wrong = given.filter(
          ([, number]) => !Number.isInteger(number) || number < 0 || number > mostRooms,
        );
        if (wrong.length > 0)
          throw unprocessable(
            wrong.map(([night]) => ({
              field: `${kind.id}.${night}`,
              code: 'not-a-number-of-rooms',
              message: `Enter a whole number from 0 to ${mostRooms}.`,
            })),
          );
        const otherwise = Object.fromEntries(given.filter(([, number]) => number !== kind.rooms));
        await manager.update(RoomKindRow, { id: kind.id }, { otherwise });
      }
      await manager.update(HotelRow, { id: hotel.id }, { version: hotel.version + 1 });
      return `Rooms in single nights changed: “${hotel.name}”`;
    });
  }

  /** Removes a hotel with the rooms that people had in it, and the lists that it was sent. @throws Problem 404 */
  remove(actor: Actor, visitId: string, hotelId: string): Promise<Hotel> {
    return this.change.run(actor, visitId, async ({ manager }) => {
      const hotel = await this.read(manager, visitId, hotelId);
      await manager.delete(HotelRow, { id: hotel.id });
      return { result: hotel, change: { action: `Hotel removed: “${hotel.name}”`, changes: [] } };
    });
  }

  private changed(
    actor: Actor,
    { visitId, hotelId, version }: SeenHotel,
    work: (manager: EntityManager, hotel: Hotel) => Promise<string>,
  ): Promise<Hotel> {
    return this.change.run(actor, visitId, async ({ manager }) => {
      const hotel = await this.read(manager, visitId, hotelId);
      if (hotel.version !== version) throw editedMeanwhile();
      const action = await work(manager, hotel);
      return { result: await this.read(manager, visitId, hotelId), change: { action, changes: [] } };
    });
  }

  private async read(manager: EntityManager, visitId: string, hotelId: string): Promise<Hotel> {
    const { hotels } = await this.rooms.of(visitId, manager);
    const hotel = isId(hotelId) ? hotels.find(({ id }) => id === hotelId) : undefined;
    if (!hotel) throw noSuchHotel();
    return hotel;
  }

  /** A kind that stays keeps its id, and with it the rooms that people have. */
  private async writeKinds(
    manager: EntityManager,
    hotel: Pick<Hotel, 'id' | 'kinds'>,
    { kinds }: HotelDetails,
  ): Promise<void> {
    const isLike = (
      one: { type: string; accessible: boolean },
      other: { type: string; accessible: boolean },
    ) => one.type === other.type && one.accessible === other.accessible;
    for (const had of hotel.kinds)
      if (!kinds.some((kind) => isLike(kind, had))) await manager.delete(RoomKindRow, { id: had.id });
    for (const kind of kinds) {
      const had = hotel.kinds.find((each) => isLike(each, kind));
      if (had) await manager.update(RoomKindRow, { id: had.id }, kind);
      else await manager.insert(RoomKindRow, { id: uuidv7(), hotelId: hotel.id, ...kind, otherwise: {} });
    }
  }
}
