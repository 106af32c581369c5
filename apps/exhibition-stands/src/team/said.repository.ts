import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { dateOf, instantOf } from '#platform';
import { AvailabilityRow } from './availability.entity.js';
import { nothingSaid, saidKinds, type Availability } from './domain/availability.js';
import { byStart } from './domain/spans.js';

/** What people said of when they can be on the stand, as the table has it: an exception is a row with a reason. */
@Injectable()
export class SaidRepository {
  /** @returns by the member's id; who said nothing is not there */
  async of(manager: EntityManager, memberIds: readonly string[]): Promise<ReadonlyMap<string, Availability>> {
    const rows = await manager
      .createQueryBuilder(AvailabilityRow, 'availability')
      .where('availability.teamMemberId = ANY(:memberIds)', { memberIds })
      .getMany();
    return new Map(
      [...Map.groupBy(rows, ({ teamMemberId }) => teamMemberId)].map(([id, own]) => [
        id,
        availabilityOf(own),
      ]),
    );
  }

  async one(manager: EntityManager, memberId: string): Promise<Availability> {
    return (await this.of(manager, [memberId])).get(memberId) ?? nothingSaid;
  }

  /** Puts it in the place of what was there. */
  async write(manager: EntityManager, memberId: string, { said, exceptions }: Availability): Promise<void> {
    await manager.delete(AvailabilityRow, { teamMemberId: memberId });
    const rows = [
      ...said.map((span) => ({ ...span, why: null })),
      ...exceptions.map((span) => ({ ...span, kind: 'unavailable' })),
    ];
    if (rows.length === 0) return;
    await manager.insert(
      AvailabilityRow,
      rows.map(({ from, until, kind, why }) => ({
        id: uuidv7(),
        teamMemberId: memberId,
        startsAt: dateOf(from),
        endsAt: dateOf(until),
        kind,
        why,
      })),
    );
  }
}

function availabilityOf(rows: readonly AvailabilityRow[]): Availability {
  const spans = rows
    .map(({ startsAt, endsAt, kind, why }) => ({
      from: instantOf(startsAt),
      until: instantOf(endsAt),
      kind: saidKinds.find((each) => each === kind) ?? 'unavailable',
      why,
    }))
    .toSorted(byStart);
  return {
    said: spans.flatMap(({ from, until, kind, why }) => (why === null ? [{ from, until, kind }] : [])),
    exceptions: spans.flatMap(({ from, until, why }) => (why === null ? [] : [{ from, until, why }])),
  };
}
