import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import type { Exhibition } from '../exhibitions/domain/exhibition.js';
import { isCounted, passStatusOf, type PassStatus } from './domain/pass.js';
import { PassLimitsOf } from './pass-limits-of.js';

/** A pass of somebody for a day. */
export interface Pass {
  readonly status: PassStatus;
  /** Why it was refused. */
  readonly reason: string | null;
}

/** Somebody of the team with their passes. */
export interface PassHolder {
  readonly memberId: string;
  readonly name: string;
  readonly organisationName: string | null;
  /** By the day (ISO). */
  readonly passes: Readonly<Record<string, Pass>>;
}

/** A day on which people need passes. */
export interface PassDay {
  /** ISO. */
  readonly day: string;
  /** `null`: without a limit. */
  readonly places: number | null;
  /** How many count towards the limit. */
  readonly taken: number;
}

/** When something about passes is due at the host. */
export interface PassDeadline {
  readonly title: string;
  /** ISO. */
  readonly dueOn: string;
  readonly isDone: boolean;
}

export interface Passes {
  readonly days: readonly PassDay[];
  /** In the order of their names; who has left is there only with a pass. */
  readonly holders: readonly PassHolder[];
  readonly deadlines: readonly PassDeadline[];
}

interface HolderRow {
  readonly memberId: string;
  readonly name: string;
  readonly organisationName: string | null;
  readonly passes: Record<string, { status: string; reason: string | null }>;
}

/** The passes of an exhibition's team. */
@Injectable()
export class ReadPasses {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly limits: PassLimitsOf,
  ) {}

  async of(
    exhibition: Pick<Exhibition, 'id' | 'days'>,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Passes> {
    const rows: HolderRow[] = await manager.query(
      `SELECT m.id AS "memberId", m.name, m.organisation_name AS "organisationName",
         coalesce(jsonb_object_agg(p.day, jsonb_build_object('status', p.status, 'reason', p.reason))
           FILTER (WHERE p.day IS NOT NULL), '{}') AS passes
       FROM team_members m LEFT JOIN passes p ON p.team_member_id = m.id
       WHERE m.exhibition_id = $1 AND (m.status NOT IN ('left', 'declined') OR p.day IS NOT NULL)
       GROUP BY m.id ORDER BY lower(m.name), m.id`,
      [exhibition.id],
    );
    const limits = await this.limits.run(exhibition.id, manager);
    const holders = rows.map(({ passes, ...holder }) => ({
      ...holder,
      passes: Object.fromEntries(
        Object.entries(passes).map(([day, { status, reason }]) => [
          day,
          { status: passStatusOf(status), reason },
        ]),
      ),
    }));
    return {
      days: passDays(exhibition, holders).map((day) => ({
        day,
        places: limits[day] ?? null,
        taken: holders.filter(({ passes }) => isCounted(passes[day]?.status ?? 'none')).length,
      })),
      holders,
      deadlines: await this.deadlines(exhibition.id, manager),
    };
  }

  private deadlines(exhibitionId: string, manager: EntityManager): Promise<PassDeadline[]> {
    return manager.query(
      `SELECT title, due_on::text AS "dueOn", done_at IS NOT NULL AS "isDone" FROM exhibition_tasks
       WHERE exhibition_id = $1 AND kind = 'passes' AND due_on IS NOT NULL ORDER BY due_on, title`,
      [exhibitionId],
    );
  }
}

/** The days of the stand, and whatever else somebody has a pass for. */
function passDays({ days }: Pick<Exhibition, 'days'>, holders: readonly PassHolder[]): readonly string[] {
  const all = [...days.map(({ day }) => day), ...holders.flatMap(({ passes }) => Object.keys(passes))];
  return [...new Set(all)].toSorted();
}
