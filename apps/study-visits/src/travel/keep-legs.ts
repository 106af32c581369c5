import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { changesBetween, checkText, refuse } from '#checks';
import { conflict, dateOf, valueOf, type Actor } from '#platform';
import { ChangePlan } from '../plans/change-plan.js';
import { CLOCK, type Clock } from '../tokens.js';
import { mustNotBeOver } from '../visits/change-visit.js';
import type { Visit } from '../visits/domain/visit.js';
import { checkLeg, type LegDetails, type LegInput } from './domain/leg.js';
import { legInWords, legName } from './in-words.js';
import { LegRow } from './leg.entity.js';
import type { Leg, LegWithPlaces } from './legs.js';
import { ReadLegs } from './read-legs.js';

/** Which leg of which visit, and the version of it that the person saw. */
export interface SeenLeg {
  readonly visitId: string;
  readonly legId: string;
  /** `null`: whichever it is. */
  readonly version: number | null;
}

/** 409: somebody changed the leg, or who is on it, after the person had read it. */
export const legEditedMeanwhile = () =>
  conflict('edited-meanwhile', 'Somebody changed this leg, or who is on it, after you opened it.');

/** Plans the legs of a visit's journey. */
@Injectable()
export class KeepLegs {
  constructor(
    private readonly plan: ChangePlan,
    private readonly legs: ReadLegs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 409 `visit-ended`; 422 with every field that needs attention */
  add(manager: EntityManager, actor: Actor, visitId: string, input: LegInput): Promise<LegWithPlaces> {
    return this.plan.within(manager, actor, visitId, async ({ visit }) => {
      mustNotBeOver(visit);
      const details = valueOf(checkLeg(input, visit));
      const id = uuidv7();
      await manager.insert(LegRow, {
        ...columnsOf(details),
        id,
        visitId: visit.id,
        status: 'planned',
        statusReason: null,
        version: 1,
        changedAt: dateOf(this.clock()),
      });
      const result = await this.legs.one({ visitId: visit.id, legId: id }, manager);
      return {
        result,
        change: {
          action: `Leg added: “${legName(result)}”`,
          changes: changesBetween(null, legInWords(result)),
        },
      };
    });
  }

  /** @throws Problem 404; 409 `edited-meanwhile`, `leg-cancelled`, `visit-ended`; 422 */
  edit(actor: Actor, seen: SeenLeg, input: LegInput): Promise<LegWithPlaces> {
    return this.plan.run(actor, seen.visitId, async ({ manager, visit }) => {
      mustNotBeOver(visit);
      const before = await this.seen(manager, seen);
      mustBePlanned(before);
      const details = valueOf(checkLeg(input, visit));
      const taken = before.places.length;
      if (details.seats !== null && details.seats < taken) {
        valueOf(
          refuse(
            'seats',
            'fewer-than-travel',
            `${taken} people are on this leg already. Enter ${taken} or more, or take some off first.`,
          ),
        );
      }
      if (isSame(before, details)) return { result: before, change: null };
      await this.write(manager, before, columnsOf(details));
      const result = await this.legs.one(seen, manager);
      const changes = changesBetween(legInWords(before), legInWords(result));
      return { result, change: { action: `Leg changed: “${legName(result)}”`, changes } };
    });
  }

  /**
   * Cancels it; who was on it stays noted.
   *
   * @throws Problem 404; 409 `leg-cancelled`, `visit-ended`; 422 without a reason
   */
  cancel(actor: Actor, seen: SeenLeg, reason: string): Promise<LegWithPlaces> {
    return this.plan.run(actor, seen.visitId, async ({ manager, visit }) => {
      mustNotBeOver(visit);
      const before = await this.seen(manager, seen);
      mustBePlanned(before);
      const statusReason = valueOf(
        checkText(reason, 'reason', {
          longest: 500,
          missing: { code: 'reason-missing', message: 'Say why; whoever was on it will read it.' },
          manyLines: true,
        }),
      );
      await this.write(manager, before, { status: 'cancelled', statusReason });
      const result = await this.legs.one(seen, manager);
      const change = { action: `Leg cancelled: “${legName(before)}”`, changes: [], reason: statusReason };
      return { result, change };
    });
  }

  /** Whether a leg says already what a form says: a second press of its button. */
  saysAlready(leg: Leg, input: LegInput, visit: Pick<Visit, 'firstDay' | 'lastDay'>): boolean {
    const checked = checkLeg(input, visit);
    return checked.ok && isSame(leg, checked.value);
  }

  private async seen(manager: EntityManager, seen: SeenLeg): Promise<LegWithPlaces> {
    const leg = await this.legs.one(seen, manager);
    if (seen.version !== null && leg.version !== seen.version) throw legEditedMeanwhile();
    return leg;
  }

  private async write(manager: EntityManager, { id, version }: Leg, columns: Partial<LegRow>): Promise<void> {
    const changedAt = dateOf(this.clock());
    await manager.update(LegRow, { id }, { ...columns, version: version + 1, changedAt });
  }
}

/** @throws Problem 409 `leg-cancelled` */
export function mustBePlanned({ status }: Pick<Leg, 'status'>): void {
  if (status === 'cancelled')
    throw conflict('leg-cancelled', 'This leg is cancelled, so it stays as it was. Add another one.');
}

const columnsOf = ({ departs, arrives, ...details }: LegDetails) => ({
  ...details,
  departsAt: dateOf(departs.at),
  departsZone: departs.zone,
  arrivesAt: dateOf(arrives.at),
  arrivesZone: arrives.zone,
});

const isSame = (leg: Leg, details: LegDetails): boolean => {
  const now: Readonly<Record<string, unknown>> = columnsOf(leg);
  return Object.entries(columnsOf(details)).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(now[name]),
  );
};
