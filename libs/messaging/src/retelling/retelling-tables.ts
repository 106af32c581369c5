import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That an app was asked to tell what is to come. */
@Entity('retellings')
export class RetellingRow {
  /** The app that was asked. */
  @PrimaryColumn({ type: 'text' })
  source!: string;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;
}

/** For the data source of every app that asks. */
export const retellingEntities = [RetellingRow] as const;

interface Queryable {
  query(statement: string): Promise<unknown>;
}

/** Makes the table, in the app's own schema; for a migration of the app. */
export async function createRetellingTable(query: Queryable): Promise<void> {
  await query.query(`CREATE TABLE retellings (
    source text NOT NULL,
    asked_at timestamptz NOT NULL,
    CONSTRAINT retellings_pkey PRIMARY KEY (source)
  )`);
}

/** Undoes {@link createRetellingTable}. */
export async function dropRetellingTable(query: Queryable): Promise<void> {
  await query.query('DROP TABLE retellings');
}
