import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LetOldBooksGo1764003200000 implements MigrationInterface {
  name = 'LetOldBooksGo1764003200000';

  async up(query: QueryRunner): Promise<void> {
    await query.query('ALTER TABLE conferences ADD COLUMN people_forgotten_at timestamptz');
    // Documents are kept for six years after the end of the financial year that they belong to, so for seven at most
    // (Finance Act 1998, schedule 18, paragraph 21; VAT Notice 700/21, section 2.4). What is older may be deleted, as nobody
    // has a reason any more to keep the names in it; nothing else may be done to it.
    await query.query(`
      CREATE FUNCTION refuse_early_delete() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        document uuid := CASE TG_TABLE_NAME WHEN 'documents' THEN to_jsonb(OLD) ->> 'id' ELSE to_jsonb(OLD) ->> 'document_id' END;
      BEGIN
        IF (SELECT issued_on FROM documents WHERE id = document) > current_date - interval '7 years' THEN
          RAISE EXCEPTION 'an issued document never changes: issue a credit note';
        END IF;
        RETURN OLD;
      END $$`);
    for (const table of ['documents', 'document_lines']) {
      await query.query(`DROP TRIGGER ${table}_stay ON ${table}`);
      await query.query(`
        CREATE TRIGGER ${table}_stay BEFORE UPDATE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
      await query.query(`
        CREATE TRIGGER ${table}_kept BEFORE DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_early_delete()`);
    }
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of ['documents', 'document_lines']) {
      await query.query(`DROP TRIGGER ${table}_kept ON ${table}`);
      await query.query(`DROP TRIGGER ${table}_stay ON ${table}`);
      await query.query(`
        CREATE TRIGGER ${table}_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    await query.query('DROP FUNCTION refuse_early_delete()');
    await query.query('ALTER TABLE conferences DROP COLUMN people_forgotten_at');
  }
}
