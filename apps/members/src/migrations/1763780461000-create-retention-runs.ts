import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateRetentionRuns1763780461000 implements MigrationInterface {
  name = 'CreateRetentionRuns1763780461000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE retention_runs (
        due_on date NOT NULL,
        began_at timestamptz NOT NULL,
        ended_at timestamptz,
        removed jsonb NOT NULL,
        CONSTRAINT retention_runs_pkey PRIMARY KEY (due_on)
      )`);
    // What has ended is looked for by its end, not in the whole table.
    await query.query('CREATE INDEX person_revisions_at_idx ON person_revisions (at)');
    await query.query('CREATE INDEX erasures_asked_at_idx ON erasures (asked_at)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE retention_runs');
    await query.query('DROP INDEX person_revisions_at_idx, erasures_asked_at_idx');
  }
}
