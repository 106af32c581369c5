import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAuditEntries1763780401000 implements MigrationInterface {
  name = 'CreateAuditEntries1763780401000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE audit_entries (
        id uuid NOT NULL,
        at timestamptz NOT NULL,
        act text NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        on_behalf_of_id uuid,
        subject_id uuid,
        subject_name text,
        request_id text,
        details jsonb NOT NULL,
        CONSTRAINT audit_entries_pkey PRIMARY KEY (id)
      )`);
    // The log is read newest first, whole or for one act, one actor or one person.
    await query.query('CREATE INDEX audit_entries_at_idx ON audit_entries (at, id)');
    await query.query('CREATE INDEX audit_entries_act_idx ON audit_entries (act, at)');
    await query.query('CREATE INDEX audit_entries_actor_id_idx ON audit_entries (actor_id, at)');
    await query.query('CREATE INDEX audit_entries_subject_id_idx ON audit_entries (subject_id, at)');
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE audit_entries');
  }
}
