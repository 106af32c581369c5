import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeepConferences1763780500000 implements MigrationInterface {
  name = 'KeepConferences1763780500000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE conferences (
        id uuid NOT NULL,
        event_id uuid,
        facts jsonb NOT NULL,
        version integer NOT NULL,
        CONSTRAINT conferences_pkey PRIMARY KEY (id),
        CONSTRAINT conferences_event_id_fkey FOREIGN KEY (event_id) REFERENCES events (id) ON DELETE RESTRICT
      )`);
    // Each edit asks whether the event is a conference's. An event is that of one conference at most.
    await query.query('CREATE UNIQUE INDEX conferences_event_id_key ON conferences (event_id)');
    await query.query(`
      CREATE TABLE conference_delegates (
        delegate_id uuid NOT NULL,
        conference_id uuid NOT NULL,
        person_id text,
        takes_part boolean NOT NULL,
        version integer NOT NULL,
        CONSTRAINT conference_delegates_pkey PRIMARY KEY (delegate_id)
      )`);
    // Each fetch of a personal feed asks for its owner's conferences.
    await query.query(
      'CREATE INDEX conference_delegates_person_id_idx ON conference_delegates (person_id) WHERE person_id IS NOT NULL',
    );
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE conference_delegates, conferences');
  }
}
