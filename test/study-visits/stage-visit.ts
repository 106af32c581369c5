import { randomUUID } from 'node:crypto';
import { hashOfLinkSecret, LinkSecrets } from '#platform';

/** Asks the app's own tables. */
export type Query = <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

/** Announced, to Mondragon in March 2035, open for applications, unless said otherwise. */
export interface VisitSetUp {
  readonly title?: string;
  readonly status?: 'draft' | 'announced' | 'confirmed' | 'over' | 'cancelled';
  /** Columns of its row. */
  readonly columns?: Readonly<Record<string, unknown>>;
}

export interface StagedVisit {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** Where staff run it. */
  readonly manage: string;
}

/** A delegate with one of the general places, who pays, unless said otherwise. */
export interface TravellerSetUp {
  readonly name?: string;
  readonly email?: string | null;
  readonly personId?: string | null;
  readonly organisationId?: string | null;
  readonly organisationName?: string;
  readonly part?: 'delegate' | 'leader';
  readonly countsAs?: 'press' | 'newcomer' | 'general';
  readonly status?: 'confirmed' | 'withdrawn';
  /** Columns of their row. */
  readonly columns?: Readonly<Record<string, unknown>>;
}

export interface StagedTraveller {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** That of their own link. */
  readonly secret: string;
}

/** Writes a row; what is to be JSON is given as text. */
export async function insert(
  query: Query,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const names = Object.keys(row);
  await query(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
}

/** Writes a visit straight into the tables. */
export async function stageVisit(query: Query, setUp: VisitSetUp = {}): Promise<StagedVisit> {
  const id = randomUUID();
  const title = setUp.title ?? 'Mondragon';
  const status = setUp.status ?? 'announced';
  const row = {
    id,
    slug: `visit-${id.slice(0, 8)}`,
    title,
    region: 'Basque Country',
    country: 'ES',
    zone: 'Europe/Madrid',
    first_day: '2035-03-11',
    last_day: '2035-03-16',
    status,
    status_reason: status === 'cancelled' ? 'Too few applied.' : null,
    summary: 'How a valley works that belongs to those who work in it.',
    description: 'We visit **co-operatives** of many kinds.',
    places: 25,
    organisation_limit: 2,
    funded_places: 0,
    price_pence: 95_000,
    price_includes: 'Flights, rooms and breakfast',
    deposit_pence: 15_000,
    applications_open_at: '2026-01-01T09:00:00Z',
    applications_close_at: '2034-11-30T12:00:00Z',
    decision_on: '2034-12-20',
    acceptance_days: 14,
    balance_due_on: '2035-02-01',
    version: 1,
    created_at: '2026-01-01T00:00:00Z',
    changed_at: '2026-01-01T00:00:00Z',
    ...setUp.columns,
  };
  await insert(query, 'visits', row);
  return { id, slug: row.slug, title, manage: `/visits/manage/${id}` };
}

/** Writes a traveller straight into the tables. @param secret of the installation's links */
export async function stageTraveller(
  query: Query,
  secret: string,
  visitId: string,
  setUp: TravellerSetUp = {},
): Promise<StagedTraveller> {
  const id = randomUUID();
  const name = setUp.name ?? 'Robin Example';
  const email = setUp.email === undefined ? `${id.slice(0, 8)}@example.org` : setUp.email;
  const own = new LinkSecrets<'traveller'>(secret, 'links to study visits').secretOf('traveller', id);
  const part = setUp.part ?? 'delegate';
  const [last] = await query<{ number: number }>(
    'SELECT coalesce(max(number), 0)::int AS number FROM travellers WHERE visit_id = $1',
    [visitId],
  );
  await insert(query, 'travellers', {
    id,
    visit_id: visitId,
    number: (last?.number ?? 0) + 1,
    part,
    person_id: setUp.personId ?? null,
    name,
    email,
    organisation_id: setUp.organisationId ?? null,
    organisation_name: setUp.organisationName ?? 'Example Council',
    counts_as: part === 'leader' ? null : (setUp.countsAs ?? 'general'),
    funded: false,
    status: setUp.status ?? 'confirmed',
    confirmed_at: '2026-02-01T00:00:00Z',
    withdrawn_at: setUp.status === 'withdrawn' ? '2026-02-02T00:00:00Z' : null,
    secret_hash: hashOfLinkSecret(own),
    version: 1,
    ...setUp.columns,
  });
  return { id, name, email, secret: own };
}
