import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { MoreThan, type DataSource, type EntityManager } from 'typeorm';
import { dateOf, instantOf } from '#platform';
import { isId } from '../domain/ids.js';
import { endOf, lastDayBefore } from '../set-up/domain/days.js';
import { noSuchThing } from '../set-up/problems.js';
import type { Place } from '../tickets/tickets.repository.js';
import { CodeRow } from './code.entity.js';
import type { Code } from './domain/code.js';

function codeFrom({ expiresAt, endedAt, ...row }: CodeRow, zone: string): Code {
  return {
    ...row,
    lastDay: expiresAt && lastDayBefore(instantOf(expiresAt), zone),
    expiresAt: expiresAt && instantOf(expiresAt),
    endedAt: endedAt && instantOf(endedAt),
  };
}

/** How often a code was used. */
export interface CodeUse {
  /** Places that were had with it. */
  readonly used: number;
  /** Places that it keeps still. */
  readonly kept: number;
}

/** Where codes are kept. */
@Injectable()
export class CodesRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Some of a conference's, the newest first; those of one making by their letters. */
  async page({ id, zone }: Place, from: number, most: number): Promise<Code[]> {
    const rows = await this.dataSource.manager.find(CodeRow, {
      where: { conferenceId: id },
      order: { createdAt: 'DESC', code: 'ASC' },
      skip: from,
      take: most,
    });
    return rows.map((row) => codeFrom(row, zone));
  }

  /** Some of a conference's in the order in which they were made. @param after the id of the last one before them */
  async after({ id, zone }: Place, after: string | null, most: number): Promise<Code[]> {
    const rows = await this.dataSource.manager.find(CodeRow, {
      where: { conferenceId: id, ...(after !== null && { id: MoreThan(after) }) },
      order: { id: 'ASC' },
      take: most,
    });
    return rows.map((row) => codeFrom(row, zone));
  }

  count(conferenceId: string, manager = this.dataSource.manager): Promise<number> {
    return manager.countBy(CodeRow, { conferenceId });
  }

  /** @throws Problem 404, also for one of another conference's */
  async read(
    { id: conferenceId, zone }: Place,
    id: string,
    manager = this.dataSource.manager,
  ): Promise<Code> {
    const row = isId(id) ? await manager.findOneBy(CodeRow, { id, conferenceId }) : null;
    if (row === null) throw noSuchThing('code');
    return codeFrom(row, zone);
  }

  /** Every code of a conference, in capitals. */
  async texts(manager: EntityManager, conferenceId: string): Promise<ReadonlySet<string>> {
    const rows = await manager.query<{ code: string }[]>(
      'SELECT upper(code) AS code FROM codes WHERE conference_id = $1',
      [conferenceId],
    );
    return new Set(rows.map(({ code }) => code));
  }

  async add(manager: EntityManager, place: Place, codes: readonly Code[], createdAt: Date): Promise<void> {
    await manager.insert(
      CodeRow,
      codes.map(({ lastDay, ...code }) => ({
        ...code,
        ticketTypeIds: [...code.ticketTypeIds],
        conferenceId: place.id,
        expiresAt: lastDay === null ? null : dateOf(endOf(lastDay, place.zone)),
        endedAt: null,
        createdAt,
      })),
    );
  }

  /** Writes what of a code may change. */
  async update(manager: EntityManager, { zone }: Place, code: Code): Promise<void> {
    const { id, note, priceChange, uses, lastDay, endedAt, version } = code;
    const expiresAt = lastDay === null ? null : dateOf(endOf(lastDay, zone));
    await manager.update(
      CodeRow,
      { id },
      { note, priceChange, uses, expiresAt, endedAt: endedAt && dateOf(endedAt), version },
    );
  }

  /** The places that a code keeps and nobody has taken up. */
  async keptPlaces(manager: EntityManager, conferenceId: string, codeId: string): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `SELECT id FROM places WHERE conference_id = $1 AND code_id = $2 AND status = 'reserved' ORDER BY id`,
      [conferenceId, codeId],
    );
    return rows.map(({ id }) => id);
  }

  /** How often each of some codes was used, by its id. */
  async uses(
    conferenceId: string,
    codeIds: readonly string[],
    manager = this.dataSource.manager,
  ): Promise<ReadonlyMap<string, CodeUse>> {
    const rows = await manager.query<({ id: string } & CodeUse)[]>(
      `SELECT code_id AS id, count(*) FILTER (WHERE status <> 'reserved')::int AS used,
         count(*) FILTER (WHERE status = 'reserved')::int AS kept
       FROM places WHERE conference_id = $1 AND code_id = ANY($2::uuid[])
         AND status IN ('confirmed', 'held', 'reserved', 'offered')
       GROUP BY code_id`,
      [conferenceId, codeIds],
    );
    return new Map(rows.map(({ id, used, kept }) => [id, { used, kept }]));
  }
}
