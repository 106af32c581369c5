import type { StandsStage } from './stage.js';

/** A stand with very many of everything, or few. */
export interface Crowd {
  readonly id: string;
  /** Where staff run it. */
  readonly manage: string;
  /** Of the first of its team. */
  readonly memberId: string;
  readonly secret: string;
}

export interface CrowdSize {
  readonly people: number;
  readonly days: number;
  readonly visitors: number;
}

/**
 * Writes a stand with a published rota straight into the tables: eight shifts a day from tomorrow on, for which everybody is there
 * in turn, all in the draft as well; a pass for each day; a swap asked by the first and each tenth of the team, and a shift dropped by each
 * thirtieth; people and their other stands.
 */
export async function stageCrowd(stage: StandsStage, size: CrowdSize): Promise<Crowd> {
  const days = Array.from(
    { length: size.days },
    (_, index) => new Date(Date.now() + (index + 1) * 86_400_000),
  ).map((date) => ({ day: date.toISOString().slice(0, 10) }));
  const exhibition = await stage.exhibition({ days, passesNeeded: true, title: `${size.people} people` });
  const { id } = exhibition;
  const first = await stage.teamMember(exhibition, { name: 'Ada First' });
  const sql = (text: string, values: readonly unknown[] = []) => stage.query(text, [id, ...values]);
  await sql(
    `INSERT INTO team_members (id, exhibition_id, person_id, name, email, organisation_name, status, secret_hash, invited_at,
       answered_at, experience, skills, version)
     SELECT gen_random_uuid(), $1::uuid, 'person ' || $1::uuid || n, 'Person ' || n, n || '.' || $1::uuid || '@example.org', 'Council ' || n % 40,
       'answered', sha256(convert_to('' || $1::uuid || n, 'UTF8')), now(), now(), 'experienced', '{lead}', 1
     FROM generate_series(2, $2::int) AS n`,
    [size.people],
  );
  await sql(
    `INSERT INTO shifts (id, exhibition_id, starts_at, ends_at, cover, leads, source, version)
     SELECT gen_random_uuid(), $1::uuid, d.day + make_interval(hours => 8 + slot), d.day + make_interval(hours => 9 + slot),
       greatest(2, $2::int / 20), 1, 'pattern', 1
     FROM exhibition_days d, generate_series(0, 7) AS slot WHERE d.exhibition_id = $1::uuid`,
    [size.people],
  );
  await sql(
    `INSERT INTO availability (id, team_member_id, starts_at, ends_at, kind)
     SELECT gen_random_uuid(), m.id, d.day, d.day + interval '23 hours', 'available'
     FROM team_members m, exhibition_days d WHERE m.exhibition_id = $1::uuid AND d.exhibition_id = $1::uuid`,
  );
  await sql(
    `INSERT INTO passes (team_member_id, day, exhibition_id, status, changed_at)
     SELECT m.id, d.day, $1::uuid, 'issued', now() FROM team_members m, exhibition_days d
     WHERE m.exhibition_id = $1::uuid AND d.exhibition_id = $1::uuid`,
  );
  await sql(
    `INSERT INTO rotas (id, exhibition_id, number, published_at) VALUES (gen_random_uuid(), $1::uuid, 1, now())`,
  );
  await sql(
    `WITH team AS (SELECT id, row_number() OVER (ORDER BY name, id) - 1 AS n, count(*) OVER () AS many
       FROM team_members WHERE exhibition_id = $1::uuid),
     places AS (SELECT s.*, row_number() OVER (ORDER BY s.starts_at, s.id, place) - 1 AS n
       FROM shifts s, generate_series(2, s.cover) AS place WHERE s.exhibition_id = $1::uuid)
     INSERT INTO current_assignments (id, exhibition_id, shift_id, team_member_id, is_lead, status, status_at, source, version,
       starts_at, ends_at, label, told_at)
     SELECT DISTINCT ON (p.id, t.id) gen_random_uuid(), $1::uuid, p.id, t.id, false, 'assigned', now(), 'rota', 1, p.starts_at, p.ends_at,
       '', now()
     FROM places p JOIN team t ON t.n = p.n % t.many`,
  );
  await sql(
    `INSERT INTO draft_assignments (shift_id, team_member_id, exhibition_id, is_lead, is_pinned, source)
     SELECT shift_id, team_member_id, $1::uuid, false, false, 'fill' FROM current_assignments WHERE exhibition_id = $1::uuid`,
  );
  await sql(
    `INSERT INTO swaps (id, exhibition_id, asker_id, other_id, assignment_id, shift_id, starts_at, ends_at, label, note, status,
       asked_at, reason)
     SELECT gen_random_uuid(), $1::uuid, c.team_member_id, o.id, c.id, c.shift_id, c.starts_at, c.ends_at, '', '', 'asked', now(), ''
     FROM (SELECT *, row_number() OVER (ORDER BY team_member_id <> $3::uuid, id) AS n FROM current_assignments WHERE exhibition_id = $1::uuid) c
       CROSS JOIN LATERAL (SELECT id FROM team_members WHERE exhibition_id = $1::uuid AND id <> c.team_member_id ORDER BY id LIMIT 1) o
     WHERE c.n % 10 = 1 AND c.n <= $2::int`,
    [size.people, first.id],
  );
  await sql(
    `WITH gone AS (UPDATE current_assignments SET status = 'dropped-out' WHERE id IN (
       SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM current_assignments WHERE exhibition_id = $1::uuid) c
       WHERE c.n % 30 = 2 AND c.n <= $2::int) RETURNING *),
     asked AS (INSERT INTO cover_requests (id, exhibition_id, shift_id, mode, minutes, status, asked_at)
       SELECT DISTINCT ON (shift_id) gen_random_uuid(), $1::uuid, shift_id, 'all', 30, 'open', now() FROM gone)
     INSERT INTO drop_outs (id, exhibition_id, team_member_id, shift_id, at, reason, by_staff)
     SELECT gen_random_uuid(), $1::uuid, team_member_id, shift_id, now(), 'Ill', false FROM gone`,
    [size.people],
  );
  await sql(
    `INSERT INTO visitors (id, exhibition_id, at, name, email, consent_at, consent_words, source)
     SELECT gen_random_uuid(), $1::uuid, now() + make_interval(mins => n), 'Visitor ' || n, n || '@visitor.example.org', now(), 'Yes', 'csv'
     FROM generate_series(1, $2::int) AS n`,
    [size.visitors],
  );
  // A second stand at the same time, at which everybody else helps as well.
  const other = await stage.exhibition({ days, title: `Another for ${size.people}` });
  await stage.query(
    `INSERT INTO team_members (id, exhibition_id, person_id, name, email, status, secret_hash, experience, version)
     SELECT gen_random_uuid(), $2::uuid, person_id, name, email, 'answered', sha256(convert_to('' || $2::uuid || email, 'UTF8')), 'experienced', 1
     FROM team_members WHERE exhibition_id = $1::uuid`,
    [id, other.id],
  );
  return { id, manage: exhibition.manage, memberId: first.id, secret: first.secret };
}

/** Writes a ledger of so many lines straight into the tables, half of them moving things to a stand and back. */
export async function stageLedger(stage: StandsStage, exhibitionId: string, lines: number): Promise<void> {
  const sql = (text: string, values: readonly unknown[] = []) => stage.query(text, values);
  await sql(
    `INSERT INTO stock_items (id, name, unit, units, reorder_level, version)
     SELECT gen_random_uuid(), 'Item ' || n || ' ' || $1::uuid, 'pack', 'packs', 10, 1 FROM generate_series(1, 40) AS n`,
    [exhibitionId],
  );
  await sql(
    `INSERT INTO stock_places (id, code, name, kind, exhibition_id, version)
     SELECT gen_random_uuid(), 'P' || n || '-' || left($1::text, 8), 'Place ' || n, CASE WHEN n = 1 THEN 'stand' ELSE 'box' END,
       CASE WHEN n <= 4 THEN $1::uuid END, 1
     FROM generate_series(1, 20) AS n`,
    [exhibitionId],
  );
  await sql(
    `INSERT INTO stock_acts (id, kind, at, exhibition_id, note, by_name)
     SELECT gen_random_uuid(), 'move', now() - make_interval(mins => n), CASE WHEN n % 20 = 0 THEN $1::uuid END, '', 'Sam'
     FROM generate_series(1, $2::int / 10) AS n`,
    [exhibitionId, lines],
  );
  await sql(
    `WITH acts AS (SELECT id, at, row_number() OVER () AS n FROM stock_acts ORDER BY at DESC LIMIT $1::int / 10),
     items AS (SELECT id, row_number() OVER () AS n FROM stock_items),
     places AS (SELECT id, row_number() OVER () AS n FROM stock_places)
     INSERT INTO stock_movements (id, act_id, item_id, from_place_id, to_place_id, quantity, kind, at)
     SELECT gen_random_uuid(), a.id, i.id, f.id, t.id, 1, 'move', a.at
     FROM acts a CROSS JOIN generate_series(1, 10) AS line
       JOIN items i ON i.n = 1 + (a.n + line) % 40
       JOIN places f ON f.n = 1 + a.n % 20 JOIN places t ON t.n = 1 + (a.n + 1) % 20`,
    [lines],
  );
  await sql(
    `INSERT INTO stock_levels (item_id, place_id, quantity) SELECT i.id, p.id, 5 FROM stock_items i, stock_places p
     ON CONFLICT DO NOTHING`,
  );
  await sql('ANALYZE');
}
