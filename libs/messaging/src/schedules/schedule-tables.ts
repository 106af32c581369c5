import { ScheduleRunRow } from './schedule-run.entity.js';

/** For the data source of every app that has `messaging`. */
export const scheduleEntities = [ScheduleRunRow] as const;

interface Queryable {
  query(statement: string): Promise<unknown>;
}

/** Makes the table that schedules need, in the app's own schema; for a migration of the app. */
export async function createScheduleTables(query: Queryable): Promise<void> {
  await query.query(`CREATE TABLE schedule_runs (
    name text NOT NULL,
    due_at timestamptz NOT NULL,
    attempts integer NOT NULL,
    began_at timestamptz NOT NULL,
    ended_at timestamptz,
    error text,
    claim uuid,
    leased_until timestamptz,
    CONSTRAINT schedule_runs_pkey PRIMARY KEY (name, due_at)
  )`);
  // Old rows are deleted.
  await query.query('CREATE INDEX schedule_runs_began_at_idx ON schedule_runs (began_at)');
}

/** Undoes {@link createScheduleTables}. */
export async function dropScheduleTables(query: Queryable): Promise<void> {
  await query.query('DROP TABLE schedule_runs');
}
