import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ExtendOrganisations1763780410000 implements MigrationInterface {
  name = 'ExtendOrganisations1763780410000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      ALTER TABLE organisations
        ADD COLUMN status text NOT NULL DEFAULT 'member',
        ADD COLUMN status_reason text,
        ADD COLUMN left_on date,
        ADD COLUMN discount_percent integer,
        ADD COLUMN discount_reason text,
        ADD COLUMN discount_ends_on date,
        ADD COLUMN billing_address text,
        ADD COLUMN invoice_email text,
        ADD COLUMN purchase_order_required boolean NOT NULL DEFAULT false,
        ADD COLUMN accountable_body_reference text,
        ADD COLUMN staff_notes text,
        ADD COLUMN name_key text,
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
        ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now(),
        ADD CONSTRAINT organisations_status_check CHECK (
          status IN ('applied', 'approved', 'declined', 'member', 'leaving', 'retained', 'left')),
        ADD CONSTRAINT organisations_discount_check CHECK (
          discount_percent BETWEEN 1 AND 100 AND discount_reason IS NOT NULL
          OR discount_percent IS NULL AND discount_reason IS NULL AND discount_ends_on IS NULL),
        ADD CONSTRAINT organisations_left_check CHECK (left_on >= joined_on)`);
    // As domain/name-key.ts makes it, but for accents, which follow when the organisation is saved next.
    await query.query(`
      UPDATE organisations SET name_key = regexp_replace(
        regexp_replace(replace(lower(name), '&', ' and '), '^\\s*the\\s+', ''), '[^[:alnum:]]+', '', 'g')`);
    await query.query(`
      ALTER TABLE organisations
        ALTER COLUMN status DROP DEFAULT,
        ALTER COLUMN purchase_order_required DROP DEFAULT,
        ALTER COLUMN name_key SET NOT NULL,
        ALTER COLUMN version DROP DEFAULT,
        ALTER COLUMN created_at DROP DEFAULT,
        ALTER COLUMN changed_at DROP DEFAULT`);
    // No organisation twice, however its name is written; instead of looking at capitals alone.
    await query.query('DROP INDEX organisations_name_key');
    await query.query('CREATE UNIQUE INDEX organisations_name_key_key ON organisations (name_key)');
    await query.query(`
      CREATE TABLE organisation_domains (
        domain text NOT NULL,
        organisation_id uuid NOT NULL,
        CONSTRAINT organisation_domains_pkey PRIMARY KEY (domain),
        CONSTRAINT organisation_domains_organisation_id_fkey FOREIGN KEY (organisation_id)
          REFERENCES organisations (id) ON DELETE CASCADE,
        CONSTRAINT organisation_domains_domain_check CHECK (domain = lower(domain))
      )`);
    // An organisation's domains, on its page and in messages.
    await query.query(
      'CREATE INDEX organisation_domains_organisation_id_idx ON organisation_domains (organisation_id)',
    );
    await query.query(`
      CREATE TABLE organisation_revisions (
        organisation_id uuid NOT NULL,
        version integer NOT NULL,
        at timestamptz NOT NULL,
        actor_id uuid,
        actor_name text NOT NULL,
        action text NOT NULL,
        reason text,
        changes jsonb NOT NULL,
        CONSTRAINT organisation_revisions_pkey PRIMARY KEY (organisation_id, version),
        CONSTRAINT organisation_revisions_organisation_id_fkey FOREIGN KEY (organisation_id)
          REFERENCES organisations (id) ON DELETE CASCADE
      )`);
    await query.query(`
      CREATE TABLE membership_changes (
        id uuid NOT NULL,
        organisation_id uuid NOT NULL,
        on_date date,
        recorded_at timestamptz NOT NULL,
        from_category text,
        from_status text,
        category text NOT NULL,
        status text NOT NULL,
        reason text,
        CONSTRAINT membership_changes_pkey PRIMARY KEY (id),
        CONSTRAINT membership_changes_organisation_id_fkey FOREIGN KEY (organisation_id)
          REFERENCES organisations (id) ON DELETE CASCADE
      )`);
    // An organisation's own changes; the numbers over time read the whole table.
    await query.query(
      'CREATE INDEX membership_changes_organisation_id_idx ON membership_changes (organisation_id)',
    );
    // Whoever is listed already joined at the date that is known of it.
    await query.query(`
      INSERT INTO membership_changes (id, organisation_id, on_date, recorded_at, category, status)
      SELECT gen_random_uuid(), id, joined_on, created_at, category, status FROM organisations`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE membership_changes, organisation_revisions, organisation_domains');
    await query.query('DROP INDEX organisations_name_key_key');
    await query.query(`
      ALTER TABLE organisations
        DROP CONSTRAINT organisations_status_check,
        DROP CONSTRAINT organisations_discount_check,
        DROP CONSTRAINT organisations_left_check,
        DROP COLUMN status,
        DROP COLUMN status_reason,
        DROP COLUMN left_on,
        DROP COLUMN discount_percent,
        DROP COLUMN discount_reason,
        DROP COLUMN discount_ends_on,
        DROP COLUMN billing_address,
        DROP COLUMN invoice_email,
        DROP COLUMN purchase_order_required,
        DROP COLUMN accountable_body_reference,
        DROP COLUMN staff_notes,
        DROP COLUMN name_key,
        DROP COLUMN version,
        DROP COLUMN created_at,
        DROP COLUMN changed_at`);
    await query.query('CREATE UNIQUE INDEX organisations_name_key ON organisations (lower(name))');
  }
}
