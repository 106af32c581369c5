import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { conflict, notFound, Transactions, valueOf, type Actor } from '#platform';
import { ChangePlan } from '../../plans/change-plan.js';
import { OpenTraveller } from '../../travellers/open-traveller.js';
import { isEnded } from '../../visits/domain/status.js';
import { checkSleeper, type SleeperInput } from '../domain/sleeper-details.js';
import type { Sleeper, VisitRooms } from '../domain/visit-rooms.js';
import { ReadRooms } from '../read-rooms.js';
import { SleeperRow } from '../store/sleeper.entity.js';
import { writeSleeper } from './write-sleeper.js';

/** 404: nobody of this id sleeps anywhere on the visit. */
export const noSuchSleeper = () => notFound('There is no such person among those who need a room.');

/** 409: somebody changed it since the person opened it. */
const editedMeanwhile = () =>
  conflict(
    'edited-meanwhile',
    'This was changed after you opened it. Compare what is there now with yours, then save again.',
  );

/** 409: the visit is over or was cancelled, or they withdrew. */
const travelsNot = () =>
  conflict('not-travelling', 'The visit is over or was called off, or you do not travel with it any more.');

/** Whom, and as the person saw it. */
export interface SeenSleeper {
  readonly visitId: string;
  readonly sleeperId: string;
  readonly version: number;
}

/** The sleeper of this id. @throws Problem 404 */
export function sleeperOf({ sleepers }: VisitRooms, id: string): Sleeper {
  const found = sleepers.find((each) => each.id === id);
  if (!found) throw noSuchSleeper();
  return found;
}

/** Keeps what people need of their room: their nights, with whom they would share, their name as in the passport. */
@Injectable()
export class SaveSleeper {
  constructor(
    private readonly change: ChangePlan,
    private readonly rooms: ReadRooms,
    private readonly transactions: Transactions,
    private readonly open: OpenTraveller,
  ) {}

  /** By staff. @throws Problem 404; 409 `edited-meanwhile`; 422 */
  byStaff(actor: Actor, { visitId, sleeperId, version }: SeenSleeper, input: SleeperInput): Promise<Sleeper> {
    return this.change.run(actor, visitId, async ({ manager, visit }) => {
      const rooms = await this.rooms.ofVisit(visit, manager);
      const sleeper = sleeperOf(rooms, sleeperId);
      const result = await this.write(manager, rooms, sleeper, version, input);
      return { result, change: { action: 'What somebody needs of a room changed', changes: [] } };
    });
  }

  /**
   * By a traveller with their own link; staff alone say for which nights somebody stays.
   * @throws Problem 404; 409 `edited-meanwhile`, `not-travelling`; 422
   */
  byLink(secret: string, version: number, input: Omit<SleeperInput, 'nights'>): Promise<Sleeper> {
    return this.transactions.run(async (manager) => {
      const { traveller, visit } = await this.open.forChange({ secret }, manager);
      if (traveller.status !== 'confirmed' || isEnded(visit.status)) throw travelsNot();
      const rooms = await this.rooms.ofVisit(visit, manager);
      const sleeper = sleeperOf(rooms, traveller.id);
      const nights = sleeper.staysAll ? null : sleeper.nights;
      return this.write(manager, rooms, sleeper, version, { ...input, nights });
    });
  }

  /**
   * Adds a driver or another who is no traveller.
   * @param id given by the form, so that pressing twice adds one person
   * @throws Problem 404; 422
   */
  add(actor: Actor, visitId: string, input: SleeperInput, id: string = uuidv7()): Promise<Sleeper> {
    return this.change.run(actor, visitId, async ({ manager, visit }) => {
      const rooms = await this.rooms.ofVisit(visit, manager);
      const had = rooms.sleepers.find((each) => each.id === id);
      if (had) return { result: had, change: null };
      const others = rooms.sleepers.map((each) => each.id);
      const details = valueOf(checkSleeper(input, { nights: rooms.nights, others, needsName: true }));
      await writeSleeper(manager, visit.id, { id, part: 'driver', version: 0 }, details);
      const result = sleeperOf(await this.rooms.ofVisit(visit, manager), id);
      return { result, change: { action: 'Somebody added who needs a room', changes: [] } };
    });
  }

  /** Removes somebody who is no traveller, with their rooms. @throws Problem 404 */
  remove(actor: Actor, visitId: string, sleeperId: string): Promise<Sleeper> {
    return this.change.run(actor, visitId, async ({ manager, visit }) => {
      const sleeper = sleeperOf(await this.rooms.ofVisit(visit, manager), sleeperId);
      if (sleeper.part !== 'driver') throw noSuchSleeper();
      await manager.delete(SleeperRow, { id: sleeper.id });
      return { result: sleeper, change: { action: 'Somebody removed who needed a room', changes: [] } };
    });
  }

  private async write(
    manager: EntityManager,
    rooms: VisitRooms,
    sleeper: Sleeper,
    version: number,
    input: SleeperInput,
  ): Promise<Sleeper> {
    if (sleeper.version !== version) throw editedMeanwhile();
    const others = rooms.sleepers.map(({ id }) => id).filter((id) => id !== sleeper.id);
    const needsName = sleeper.part === 'driver';
    const details = valueOf(checkSleeper(input, { nights: rooms.nights, others, needsName }));
    await writeSleeper(manager, rooms.visit.id, sleeper, details);
    return sleeperOf(await this.rooms.ofVisit(rooms.visit, manager), sleeper.id);
  }
}
