import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { dayOfShift } from '../shifts/domain/day-of-shift.js';
import { passStatusOf, type PassState } from './domain/pass.js';

/** What has become of somebody's pass for a day, as they are told of it. */
export interface OwnPass {
  /** ISO. */
  readonly day: string;
  readonly state: PassState;
  /** Why it was refused. */
  readonly reason: string | null;
}

/** Reads the passes of one of a team, for them to see. */
@Injectable()
export class ReadOwnPasses {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * @param shifts when those begin that they have: a day with one is there whether a pass was applied for or not
   * @returns by the day; `null`: nobody needs a pass
   */
  async of(
    { days, zone, passesNeeded }: Pick<Exhibition, 'days' | 'zone' | 'passesNeeded'>,
    memberId: string,
    shifts: readonly Temporal.Instant[],
  ): Promise<readonly OwnPass[] | null> {
    if (!passesNeeded) return null;
    const rows: { day: string; status: string; reason: string | null }[] = await this.dataSource.query(
      'SELECT day::text AS day, status, reason FROM passes WHERE team_member_id = $1',
      [memberId],
    );
    const own = new Map(
      rows.map(({ day, status, reason }): [string, OwnPass] => [
        day,
        { day, state: passStatusOf(status), reason },
      ]),
    );
    const all = new Set([...own.keys(), ...shifts.map((start) => dayOfShift(start, days, zone))]);
    return [...all].toSorted().map((day) => own.get(day) ?? { day, state: 'none', reason: null });
  }
}
