import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules of borders as data: each with the day from which it counts and the page that says so. */
export class CreateDestinationRules1765100501000 implements MigrationInterface {
  name = 'CreateDestinationRules1765100501000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE country_groups (
        code text NOT NULL CONSTRAINT country_groups_pkey PRIMARY KEY,
        title text NOT NULL,
        countries text[] NOT NULL,
        source text NOT NULL,
        checked_on date,
        version integer NOT NULL
      )`);
    await query.query(`
      CREATE TABLE destination_rules (
        id uuid NOT NULL CONSTRAINT destination_rules_pkey PRIMARY KEY,
        kind text NOT NULL,
        destination text NOT NULL REFERENCES country_groups (code),
        nationals text REFERENCES country_groups (code),
        data jsonb NOT NULL,
        valid_from date NOT NULL,
        source text NOT NULL,
        checked_on date,
        note text NOT NULL,
        version integer NOT NULL,
        CONSTRAINT destination_rules_kind_check CHECK (kind IN ('passport', 'stay', 'border', 'authorisation'))
      )`);
    await query.query(`
      CREATE TABLE destination_rule_history (
        id uuid NOT NULL CONSTRAINT destination_rule_history_pkey PRIMARY KEY,
        about text NOT NULL,
        at timestamptz NOT NULL,
        person_id text,
        person_name text NOT NULL,
        actor_id text,
        actor_name text,
        action text NOT NULL,
        changes jsonb NOT NULL
      )`);
    // The changes of one rule, the newest first.
    await query.query(
      'CREATE INDEX destination_rule_history_about_idx ON destination_rule_history (about, id)',
    );
    // What every installation begins with. Nobody has checked it there yet, so no day says that somebody did.
    await query.query(`
      INSERT INTO country_groups (code, title, countries, source, version) VALUES
      ('schengen', 'The Schengen area',
        '{AT,BE,BG,CH,CZ,DE,DK,EE,ES,FI,FR,GR,HR,HU,IS,IT,LI,LT,LU,LV,MT,NL,NO,PL,PT,RO,SE,SI,SK}',
        'https://home-affairs.ec.europa.eu/policies/schengen/schengen-area_en', 1),
      ('free-movement', 'The EU, Iceland, Liechtenstein, Norway and Switzerland',
        '{AT,BE,BG,CH,CY,CZ,DE,DK,EE,ES,FI,FR,GR,HR,HU,IE,IS,IT,LI,LT,LU,LV,MT,NL,NO,PL,PT,RO,SE,SI,SK}',
        'https://europa.eu/youreurope/citizens/travel/entry-exit/eu-citizen/index_en.htm', 1),
      ('united-kingdom', 'The United Kingdom', '{GB}', 'https://www.gov.uk/government/publications/common-travel-area-guidance', 1)`);
    await query.query(`
      INSERT INTO destination_rules (id, kind, destination, nationals, data, valid_from, source, note, version) VALUES
      ('01975d00-0000-7000-8000-000000000001', 'passport', 'schengen', NULL,
        '{"needed": true, "issuedWithinYears": 10, "validMonths": 3, "countedFrom": "leaving"}', '2021-01-01',
        'https://www.gov.uk/foreign-travel-advice/italy/entry-requirements',
        'Months that were added to an older passport do not count towards the ten years.', 1),
      ('01975d00-0000-7000-8000-000000000002', 'passport', 'schengen', 'free-movement',
        '{"needed": true, "issuedWithinYears": null, "validMonths": 0, "countedFrom": "leaving"}', '2021-01-01',
        'https://europa.eu/youreurope/citizens/travel/entry-exit/eu-citizen/index_en.htm',
        'An identity card of these countries will do as well.', 1),
      ('01975d00-0000-7000-8000-000000000003', 'stay', 'schengen', NULL,
        '{"days": 90, "withinDays": 180}', '2021-01-01',
        'https://www.gov.uk/foreign-travel-advice/italy/entry-requirements',
        'Days on other journeys to the Schengen area count as well.', 1),
      ('01975d00-0000-7000-8000-000000000004', 'border', 'schengen', NULL,
        '{"name": "Entry/Exit System (EES)"}', '2026-04-10', 'https://travel-europe.europa.eu/ees_en',
        'Fingerprints and a photo are taken at the border; there is nothing to apply for beforehand. Allow time for queues.', 1),
      ('01975d00-0000-7000-8000-000000000005', 'authorisation', 'schengen', NULL,
        '{"name": "ETIAS", "state": "not-open", "cost": "€20, for three years, tied to the passport"}', '2026-04-10',
        'https://travel-europe.europa.eu/etias_en',
        'Expected late in 2026, with a transition. Nobody can apply before it opens: pages that say so are not the official one.', 1),
      ('01975d00-0000-7000-8000-000000000006', 'passport', 'united-kingdom', NULL,
        '{"needed": false, "issuedWithinYears": null, "validMonths": 0, "countedFrom": "leaving"}', '2021-01-01',
        'https://www.gov.uk/government/publications/common-travel-area-guidance',
        'Who flies still shows the airline a document with a photo.', 1)`);
  }

  async down(query: QueryRunner): Promise<void> {
    await query.query('DROP TABLE destination_rule_history, destination_rules, country_groups');
  }
}
