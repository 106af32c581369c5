import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOrganisations1763776800000 implements MigrationInterface {
  name = 'CreateOrganisations1763776800000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE organisations (
        id uuid NOT NULL,
        name text NOT NULL,
        category text NOT NULL,
        kind text NOT NULL,
        joined_on date,
        CONSTRAINT organisations_pkey PRIMARY KEY (id),
        CONSTRAINT organisations_category_check CHECK (category IN ('full', 'associate', 'affiliate', 'supporter'))
      )`);
    // No organisation twice, however its name is capitalised.
    await query.query('CREATE UNIQUE INDEX organisations_name_key ON organisations (lower(name))');
    // Whatever changes an organisation, pages that show it are made anew in every replica.
    await query.query(`
      CREATE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('members_changed', '');
        RETURN NULL;
      END $$`);
    await query.query(`
      CREATE TRIGGER organisations_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON organisations
      FOR EACH STATEMENT EXECUTE FUNCTION announce_change()`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE organisations');
    await query.query('DROP FUNCTION announce_change()');
  }
}
