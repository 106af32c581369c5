import { randomUUID } from 'node:crypto';
import { hashOfLinkSecret, LinkSecrets } from '#platform';
import { insert } from '../rows.js';
import type { StandsStage } from '../stage.js';
import { stageItem, stagePlace } from '../stock/stock-stage.js';
import { addTraces } from '../traces.js';

/** An exhibition with one of everything, all of it about one person. */
export interface FullExhibition {
  readonly id: string;
  readonly slug: string;
  /** Ids of what it has, by the names that addresses have for them: `taskId`. */
  readonly ids: Readonly<Record<string, string>>;
}

/** Where what an address names is, in tables that know their exhibition. */
const tables: Readonly<Record<string, string>> = {
  taskId: 'exhibition_tasks',
  costId: 'exhibition_costs',
  documentId: 'exhibition_documents',
  eventId: 'stand_events',
  visitorId: 'visitors',
  listId: 'visitor_lists',
  feedbackId: 'stand_feedback',
  noteId: 'carry_notes',
  assignmentId: 'current_assignments',
  shiftId: 'shifts',
  requestId: 'cover_requests',
  swapId: 'swaps',
  fillId: 'fills',
  lineId: 'stock_packing',
  actId: 'stock_acts',
  countId: 'stock_acts',
};

/** Names that addresses have for things of an exhibition. */
export const thingNames: ReadonlySet<string> = new Set([
  ...Object.keys(tables),
  'member',
  'memberId',
  'guestId',
]);

/** Writes it straight into the tables. */
export async function stageFull(
  { query }: Pick<StandsStage, 'query'>,
  person: { readonly id: string; readonly name: string; readonly email: string },
): Promise<FullExhibition> {
  await addTraces(query, person);
  const [found] = await query<{ id: string; slug: string; member: string }>(
    `SELECT e.id, e.slug, t.id AS member FROM team_members t JOIN exhibitions e ON e.id = t.exhibition_id
     WHERE t.person_id = $1`,
    [person.id],
  );
  if (found === undefined) throw new Error('the traces are of no exhibition');
  const { id, slug, member } = found;
  await query(
    `INSERT INTO exhibition_days (exhibition_id, day, kind, opens, closes) VALUES ($1, '2027-09-26', 'open', '09:00', '17:00')`,
    [id],
  );
  await query(`UPDATE visitor_lists SET summary = $2 WHERE exhibition_id = $1`, [
    id,
    JSON.stringify({ rows: 1, agreed: 1, anonymous: 0, twice: [], problems: [], consentWords: 'Yes.' }),
  ]);
  // The traces need names only; what the pages read has to be whole.
  await query('DELETE FROM draft_steps WHERE exhibition_id = $1', [id]);
  const whole = { key: 'a', rule: 'no-pass', memberId: member, shiftIds: [], day: '2027-09-26' };
  await query(
    `UPDATE rotas SET overrides = (SELECT jsonb_agg($2::jsonb || o) FROM jsonb_array_elements(overrides) AS o)
     WHERE exhibition_id = $1`,
    [id, JSON.stringify(whole)],
  );
  await query(
    `UPDATE exhibition_history SET changes = (
       SELECT coalesce(jsonb_agg(jsonb_build_object('field', c -> 'field', 'before', coalesce(c -> 'from', '""'), 'after', c -> 'to')), '[]')
       FROM jsonb_array_elements(changes) AS c) WHERE exhibition_id = $1`,
    [id],
  );
  await insert(query, 'exhibition_costs', {
    exhibition_id: id,
    category: 'print',
    description: 'Flyers',
    version: 1,
  });
  await insert(query, 'exhibition_documents', {
    exhibition_id: id,
    name: 'plan.pdf',
    note: '',
    media_type: 'application/pdf',
    size: 4,
    content: Buffer.from('%PDF'),
    uploaded_at: new Date(),
  });
  const [item, from, into] = [await stageItem(query), await stagePlace(query), await stagePlace(query)];
  await insert(query, 'stock_packing', {
    exhibition_id: id,
    item_id: item,
    from_place_id: from.id,
    into_place_id: into.id,
    quantity: 1,
  });
  const ids: Record<string, string> = { member, memberId: member };
  for (const [name, table] of Object.entries(tables)) {
    const [row] = await query<{ id: string }>(
      `SELECT id FROM ${table} WHERE exhibition_id = $1 ORDER BY id LIMIT 1`,
      [id],
    );
    if (row === undefined) throw new Error(`${table} has nothing of the exhibition`);
    ids[name] = row.id;
  }
  const [guest] = await query<{ id: string }>('SELECT id FROM event_guests WHERE stand_event_id = $1', [
    ids['eventId'],
  ]);
  return { id, slug, ids: { ...ids, guestId: guest?.id ?? '' } };
}

/** Which secret leads where: the first part of an address behind the app's own. */
export const kinds = ['team', 'cover', 'events', 'feedback'] as const;
export type Kind = (typeof kinds)[number];

/** A link of each kind for somebody of a team, who has a shift. */
export async function stageLinks(
  { query, system }: Pick<StandsStage, 'query' | 'system'>,
  exhibitionId: string,
  member: { readonly id: string; readonly secret: string },
): Promise<Readonly<Record<Kind, string>>> {
  const links = new LinkSecrets(system.secrets.links, 'links to stands');
  const shift = { starts_at: '2035-09-23T09:00:00Z', ends_at: '2035-09-23T10:00:00Z' };
  const shiftId = await insert(query, 'shifts', {
    exhibition_id: exhibitionId,
    ...shift,
    cover: 3,
    leads: 0,
    source: 'hand',
    version: 1,
  });
  await insert(query, 'current_assignments', {
    exhibition_id: exhibitionId,
    shift_id: shiftId,
    team_member_id: member.id,
    ...shift,
    label: '',
    told_at: new Date(),
    is_lead: false,
    status: 'assigned',
    status_at: new Date(),
    source: 'rota',
    version: 1,
  });
  const [ask, guest, thanks] = [randomUUID(), randomUUID(), randomUUID()];
  const secrets = {
    team: member.secret,
    cover: links.secretOf('cover-ask', ask),
    events: links.secretOf('guest', guest),
    feedback: links.secretOf('feedback', thanks),
  };
  const request = await insert(query, 'cover_requests', {
    exhibition_id: exhibitionId,
    shift_id: shiftId,
    mode: 'all',
    minutes: 30,
    status: 'closed',
    asked_at: new Date(),
    ended_at: new Date(),
  });
  await insert(query, 'cover_asks', {
    id: ask,
    request_id: request,
    team_member_id: member.id,
    rank: 1,
    state: 'closed',
    secret_hash: hashOfLinkSecret(secrets.cover),
  });
  const event = await insert(query, 'stand_events', {
    exhibition_id: exhibitionId,
    title: 'Reception',
    starts_at: '2035-09-23T17:00:00Z',
    ends_at: '2035-09-23T19:00:00Z',
    summary: '',
    capacity: 20,
    audience: 'invited',
    status: 'published',
    hosts_needed: 0,
    briefing: '',
    version: 1,
  });
  await insert(query, 'event_guests', {
    id: guest,
    stand_event_id: event,
    name: 'Gus Guest',
    email: `${guest}@example.org`,
    plus_ones_allowed: 0,
    status: 'invited',
    secret_hash: hashOfLinkSecret(secrets.events),
    invited_at: new Date(),
    version: 1,
  });
  await insert(query, 'thanks', {
    id: thanks,
    exhibition_id: exhibitionId,
    team_member_id: member.id,
    minutes: 60,
    sent_at: new Date(),
    secret_hash: hashOfLinkSecret(secrets.feedback),
  });
  return secrets;
}

/** What each table holds, but for what the app notes of its own work. */
export async function digests({
  query,
}: Pick<StandsStage, 'query'>): Promise<Readonly<Record<string, string>>> {
  const names = await query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'exhibition_stands'
       AND table_name NOT IN ('outbox', 'outbox_target', 'inbox', 'schedule_runs', 'retellings', 'idempotency_keys')`,
  );
  const found: Record<string, string> = {};
  for (const { name } of names) {
    const [row] = await query<{ digest: string }>(
      `SELECT coalesce(md5(string_agg(t::text, '\n' ORDER BY t::text)), '') AS digest FROM ${name} t`,
    );
    found[name] = row?.digest ?? '';
  }
  return found;
}

/** What an API call needs to be read at all, by the end of its address; others need nothing. */
const bodies: readonly (readonly [RegExp, object])[] = [
  [/\/tasks\/:taskId$|\/notes\/:noteId\/task$/, { title: 'Book', dueOn: '2027-01-01' }],
  [/\/done$/, { isDone: true }],
  [/\/costs\/:costId$/, { description: 'Print' }],
  [/\/team\/:member$/, { name: 'Somebody Else', email: 'somebody.else@example.org' }],
  [/\/availability$/, { said: [] }],
  [
    /\/about$/,
    {
      arrivesAt: null,
      departsAt: null,
      wishedMinutes: null,
      mostMinutesADay: null,
      experience: 'experienced',
      skills: [],
      note: '',
    },
  ],
  [/\/presence$/, { act: 'no-show' }],
  [/\/requests$/, { memberIds: [randomUUID()], mode: 'all' }],
  [
    /\/events\/:eventId$/,
    { title: 'Drinks', day: '2027-09-26', from: '18:00', until: '20:00', audience: 'public', capacity: 9 },
  ],
  [/\/events\/:eventId\/status$/, { to: 'cancelled', reason: 'Rain' }],
  [/\/budget$/, { to: 'approved' }],
  [/\/briefing$/, { briefing: 'Be nice', readers: [] }],
  [/\/guests$/, { guests: [{ name: 'Gus Guest', email: 'gus@example.org' }] }],
  [/\/arrived$/, { arrived: true }],
  [/\/feedback\/:feedbackId\/notes$/, { part: 'went-well' }],
  [/\/notes\/:noteId$/, { text: 'Bring more pens' }],
  [/\/decisions$/, { decision: 'approve' }],
  [/\/shifts\/:shiftId$/, { startsAt: '2027-09-26T09:00:00Z', endsAt: '2027-09-26T10:00:00Z', cover: 1 }],
  [/\/swaps$/, { for: { memberId: randomUUID() } }],
  [/\/answers$/, { answer: 'accept' }],
];

export const bodyFor = (route: string): object => bodies.find(([end]) => end.test(route))?.[1] ?? {};
