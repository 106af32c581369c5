import { randomUUID } from 'node:crypto';
import { hashOfLinkSecret, LinkSecrets } from '#platform';

/** Asks the app's own tables. */
export type Query = <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

/** When something is done on the stand; whatever is not said is plain: open from 9 to 5. */
export interface DaySetUp {
  /** ISO. */
  readonly day: string;
  readonly kind?: 'build-up' | 'open' | 'break-down';
  readonly opens?: string;
  readonly closes?: string;
}

/** Published, in Liverpool, open on two days, unless said otherwise. */
export interface ExhibitionSetUp {
  readonly days?: readonly (DaySetUp | string)[];
  readonly title?: string;
  readonly status?: 'draft' | 'published' | 'over' | 'cancelled';
  readonly passesNeeded?: boolean;
  readonly walkingMinutes?: number;
  /** Columns of its row. */
  readonly columns?: Readonly<Record<string, unknown>>;
}

export interface StagedExhibition {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** Where staff run it. */
  readonly manage: string;
}

/** `2027-09-26T09:00:00Z`; any offset. */
export interface SpanSetUp {
  readonly from: string;
  readonly until: string;
}

export interface AvailabilitySetUp extends SpanSetUp {
  readonly kind?: 'available' | 'preferred' | 'unavailable';
  readonly why?: string;
}

/** Somebody who has answered, has helped before and can do nothing special, unless said otherwise. */
export interface TeamMemberSetUp {
  readonly name?: string;
  readonly email?: string | null;
  readonly personId?: string | null;
  readonly organisationName?: string | null;
  readonly status?: 'invited' | 'answered' | 'declined' | 'left';
  readonly experience?: 'first-time' | 'experienced';
  readonly skills?: readonly string[];
  readonly wishedMinutes?: number | null;
  readonly mostMinutesADay?: number | null;
  readonly availability?: readonly AvailabilitySetUp[];
  /** Columns of their row. */
  readonly columns?: Readonly<Record<string, unknown>>;
}

export interface StagedMember {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** That of their own link. */
  readonly secret: string;
}

/** Two places, none for a lead, unless said otherwise. */
export interface ShiftSetUp extends SpanSetUp {
  readonly cover?: number;
  readonly leads?: number;
  readonly skills?: readonly string[];
  readonly label?: string;
  /** Columns of its row. */
  readonly columns?: Readonly<Record<string, unknown>>;
}

/** Writes a row. */
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

/** Writes an exhibition straight into the tables. */
export async function stageExhibition(query: Query, setUp: ExhibitionSetUp = {}): Promise<StagedExhibition> {
  const id = randomUUID();
  const title = setUp.title ?? 'Labour Party Conference';
  const days = (setUp.days ?? ['2035-09-23', '2035-09-24'])
    .map((day) => (typeof day === 'string' ? { day } : day))
    .toSorted((one, other) => one.day.localeCompare(other.day));
  const open = days.filter(({ kind = 'open' }: DaySetUp) => kind === 'open');
  const row = {
    id,
    slug: `exhibition-${id.slice(0, 8)}`,
    title,
    host: 'The Labour Party',
    city: 'Liverpool',
    venue: 'The Arena',
    hall: 'Hall 2',
    stand_number: '14',
    zone: 'Europe/London',
    first_day: open[0]?.day,
    last_day: open.at(-1)?.day,
    status: setUp.status ?? 'published',
    status_reason: null,
    summary: 'Come and see us.',
    description: 'Come and see us.',
    passes_needed: setUp.passesNeeded ?? false,
    walking_minutes: setUp.walkingMinutes ?? 10,
    swaps_need_approval: false,
    version: 1,
    created_at: new Date(),
    changed_at: new Date(),
    ...setUp.columns,
  };
  await insert(query, 'exhibitions', row);
  for (const { day, kind = 'open', opens = '09:00', closes = '17:00' } of days) {
    await insert(query, 'exhibition_days', { exhibition_id: id, day, kind, opens, closes });
  }
  return { id, slug: row.slug, title, manage: `/stands/manage/${id}` };
}

/** Writes somebody of an exhibition's team straight into the tables. @param linkSecret the system's own */
export async function stageTeamMember(
  query: Query,
  linkSecret: string,
  exhibitionId: string,
  setUp: TeamMemberSetUp = {},
): Promise<StagedMember> {
  const id = randomUUID();
  const secret = new LinkSecrets(linkSecret, 'links to stands').secretOf('team-member', id);
  const { name = 'Robin Example', email = `robin.${id.slice(0, 8)}@example.org` } = setUp;
  const status = setUp.status ?? 'answered';
  await insert(query, 'team_members', {
    id,
    exhibition_id: exhibitionId,
    person_id: setUp.personId ?? null,
    name,
    email,
    organisation_name: setUp.organisationName ?? null,
    status,
    secret_hash: hashOfLinkSecret(secret),
    invited_at: new Date(),
    answered_at: status === 'invited' ? null : new Date(),
    wished_minutes: setUp.wishedMinutes ?? null,
    most_minutes_a_day: setUp.mostMinutesADay ?? null,
    experience: setUp.experience ?? 'experienced',
    skills: setUp.skills ?? [],
    version: 1,
    ...setUp.columns,
  });
  for (const { from, until, kind = 'available', why = null } of setUp.availability ?? []) {
    const row = { id: randomUUID(), team_member_id: id, starts_at: from, ends_at: until, kind, why };
    await insert(query, 'availability', row);
  }
  return { id, name, email, secret };
}

/** Writes a shift straight into the tables. @returns its id */
export async function stageShift(query: Query, exhibitionId: string, setUp: ShiftSetUp): Promise<string> {
  const id = randomUUID();
  await insert(query, 'shifts', {
    id,
    exhibition_id: exhibitionId,
    starts_at: setUp.from,
    ends_at: setUp.until,
    cover: setUp.cover ?? 2,
    leads: setUp.leads ?? 0,
    skills: setUp.skills ?? [],
    label: setUp.label ?? '',
    source: 'hand',
    version: 1,
    ...setUp.columns,
  });
  return id;
}
