import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlanExhibitions1764100400000 implements MigrationInterface {
  name = 'PlanExhibitions1764100400000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE exhibition_history (
        id uuid NOT NULL,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        version integer,
        at timestamptz NOT NULL,
        person_id text,
        person_name text NOT NULL,
        actor_id text,
        actor_name text,
        action text NOT NULL,
        reason text,
        changes jsonb NOT NULL,
        CONSTRAINT exhibition_history_pkey PRIMARY KEY (id)
      )`);
    // An exhibition's history is read as a whole, in the order of its ids, which are those of time.
    await query.query(
      'CREATE INDEX exhibition_history_exhibition_idx ON exhibition_history (exhibition_id, id)',
    );
    await query.query(`
      CREATE TABLE exhibition_tasks (
        id uuid NOT NULL,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        kind text NOT NULL,
        title text NOT NULL,
        due_on date NOT NULL,
        owner_person_id text,
        owner_name text,
        note text NOT NULL,
        done_at timestamptz,
        done_by text,
        done_by_name text,
        version integer NOT NULL,
        CONSTRAINT exhibition_tasks_pkey PRIMARY KEY (id)
      )`);
    // A list of tasks is read as a whole; the staff's list of exhibitions counts those that are open.
    await query.query(
      'CREATE INDEX exhibition_tasks_exhibition_idx ON exhibition_tasks (exhibition_id, due_on)',
    );
    await query.query(`
      CREATE TABLE exhibition_costs (
        id uuid NOT NULL,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        category text NOT NULL,
        description text NOT NULL,
        budget_pence integer,
        actual_pence integer,
        paid_on date,
        version integer NOT NULL,
        CONSTRAINT exhibition_costs_pkey PRIMARY KEY (id),
        CONSTRAINT exhibition_costs_pence_check CHECK (budget_pence >= 0 AND actual_pence >= 0)
      )`);
    await query.query('CREATE INDEX exhibition_costs_exhibition_idx ON exhibition_costs (exhibition_id)');
    await query.query(`
      CREATE TABLE exhibition_documents (
        id uuid NOT NULL,
        exhibition_id uuid NOT NULL REFERENCES exhibitions (id) ON DELETE CASCADE,
        name text NOT NULL,
        note text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        content bytea NOT NULL,
        uploaded_at timestamptz NOT NULL,
        CONSTRAINT exhibition_documents_pkey PRIMARY KEY (id)
      )`);
    await query.query(
      'CREATE INDEX exhibition_documents_exhibition_idx ON exhibition_documents (exhibition_id)',
    );
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query(
      'DROP TABLE exhibition_documents, exhibition_costs, exhibition_tasks, exhibition_history',
    );
  }
}
