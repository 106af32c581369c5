import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateKeysAndTokens1763780431000 implements MigrationInterface {
  name = 'CreateKeysAndTokens1763780431000';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      CREATE TABLE signing_keys (
        kid text NOT NULL,
        public_key jsonb NOT NULL,
        sealed_private_key text NOT NULL,
        created_at timestamptz NOT NULL,
        signs_from timestamptz NOT NULL,
        CONSTRAINT signing_keys_pkey PRIMARY KEY (kid)
      )`);
    await query.query(`
      CREATE TABLE api_tokens (
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        name text NOT NULL,
        token_hash text NOT NULL,
        scopes jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        last_used_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT api_tokens_pkey PRIMARY KEY (id),
        CONSTRAINT api_tokens_person_id_fkey FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
      )`);
    await query.query('CREATE UNIQUE INDEX api_tokens_token_hash_key ON api_tokens (token_hash)');
    await query.query('CREATE INDEX api_tokens_person_id_idx ON api_tokens (person_id)');
    // Old rows are deleted.
    await query.query('CREATE INDEX api_tokens_expires_at_idx ON api_tokens (expires_at)');
    for (const statement of announcements) await query.query(statement);
  }

  async down(query: QueryRunner): Promise<void> {
    for (const table of ['grants', 'affiliations', 'seats', 'people']) {
      await query.query(`DROP TRIGGER ${table}_announce_rights ON ${table}`);
    }
    await query.query('DROP TRIGGER sessions_announce ON sessions');
    await query.query('DROP TABLE api_tokens, signing_keys');
    await query.query(
      'DROP FUNCTION announce_rights_of(uuid), announce_rights(), announce_person(), announce_ended()',
    );
  }
}

/**
 * Whatever changes what somebody may do is announced when it is committed, by the id of each session and API token that
 * it concerns, so that no use case can forget to.
 */
const announcements = [
  `CREATE FUNCTION announce_ended() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_notify('members_ended_sessions', OLD.id::text);
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER sessions_announce AFTER UPDATE OF ended_at, acting_for OR DELETE ON sessions
   FOR EACH ROW EXECUTE FUNCTION announce_ended()`,
  `CREATE TRIGGER api_tokens_announce AFTER UPDATE OF revoked_at, person_id OR DELETE ON api_tokens
   FOR EACH ROW EXECUTE FUNCTION announce_ended()`,
  `CREATE FUNCTION announce_rights_of(person uuid) RETURNS void LANGUAGE sql AS $$
    SELECT pg_notify('members_ended_sessions', id::text) FROM sessions
     WHERE (person_id = person OR acting_for = person) AND ended_at IS NULL
    UNION ALL
    SELECT pg_notify('members_ended_sessions', id::text) FROM api_tokens
     WHERE person_id = person AND revoked_at IS NULL
  $$`,
  `CREATE FUNCTION announce_rights() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP <> 'INSERT' THEN PERFORM announce_rights_of(OLD.person_id); END IF;
    IF TG_OP <> 'DELETE' THEN PERFORM announce_rights_of(NEW.person_id); END IF;
    RETURN NULL;
  END $$`,
  ...['grants', 'affiliations', 'seats'].map(
    (table) => `CREATE TRIGGER ${table}_announce_rights AFTER INSERT OR UPDATE OR DELETE ON ${table}
     FOR EACH ROW EXECUTE FUNCTION announce_rights()`,
  ),
  `CREATE FUNCTION announce_person() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM announce_rights_of(NEW.id);
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER people_announce_rights AFTER UPDATE OF name, preferred_name, merged_into, erased_at ON people
   FOR EACH ROW EXECUTE FUNCTION announce_person()`,
];
