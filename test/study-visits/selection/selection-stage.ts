import { randomUUID } from 'node:crypto';
import { hashOfLinkSecret, LinkSecrets } from '#platform';
import { insert, type StagedVisit, type VisitSetUp, type VisitsStage } from '../stage.js';

/** An application that was submitted, by a member's delegate of no organisation, unless said otherwise. */
export interface ApplicationSetUp {
  readonly code?: string;
  readonly name?: string;
  readonly personId?: string | null;
  readonly organisationId?: string | null;
  readonly organisationName?: string | null;
  readonly category?: string | null;
  readonly kind?: 'member' | 'press';
  readonly isNewcomer?: boolean;
  /** Columns of its row. */
  readonly columns?: Readonly<Record<string, unknown>>;
}

export interface StagedApplication {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** That of the applicant's own link. */
  readonly secret: string;
}

let last = 0;

/** Codes as applications have them, each once. */
const nextCode = (): string => (last += 1).toString(36).toUpperCase().padStart(6, 'K');

/** Writes an application straight into the tables. */
export async function stageApplication(
  { query, system }: Pick<VisitsStage, 'query' | 'system'>,
  visit: { readonly id: string },
  setUp: ApplicationSetUp = {},
): Promise<StagedApplication> {
  const id = randomUUID();
  const links = new LinkSecrets<'application'>(system.secrets.links, 'links to study visits');
  const secret = links.secretOf('application', id);
  const code = setUp.code ?? nextCode();
  const name = setUp.name ?? `Applicant ${code}`;
  await insert(query, 'applications', {
    id,
    visit_id: visit.id,
    code,
    status: 'submitted',
    person_id: setUp.personId ?? null,
    name,
    email: `${id.slice(0, 8)}@example.org`,
    organisation_id: setUp.organisationId ?? null,
    organisation_name: setUp.organisationName ?? null,
    category: setUp.category ?? null,
    kind: setUp.kind ?? 'member',
    is_newcomer: setUp.isNewcomer ?? false,
    answers: JSON.stringify({ why: 'To learn.', bringBack: 'A report to the council.' }),
    secret_hash: hashOfLinkSecret(secret),
    started_at: '2026-02-01T00:00:00Z',
    changed_at: '2026-02-01T00:00:00Z',
    submitted_at: '2026-02-01T00:00:00Z',
    version: 1,
    ...setUp.columns,
  });
  return { id, code, name, secret };
}

/** Somebody whom `members` has told of, and where they belong. */
export async function stagePerson(
  { query }: Pick<VisitsStage, 'query'>,
  id: string,
  {
    organisation,
    isContact = false,
  }: {
    readonly organisation?: { readonly id: string; readonly name: string };
    readonly isContact?: boolean;
  } = {},
): Promise<void> {
  await query(
    `INSERT INTO people (id, name, email, roles, version) VALUES ($1, $2, $3, '{}', 1) ON CONFLICT (id) DO NOTHING`,
    [id, `${id} Example`, `${id}@example.org`],
  );
  if (organisation === undefined) return;
  await query(
    `INSERT INTO organisations (id, name, category, status, version) VALUES ($1, $2, 'full', 'member', 1)
     ON CONFLICT (id) DO NOTHING`,
    [organisation.id, organisation.name],
  );
  await query(
    `INSERT INTO affiliations (person_id, organisation_id, role, is_booking_contact) VALUES ($1, $2, 'officer', $3)
     ON CONFLICT DO NOTHING`,
    [id, organisation.id, isContact],
  );
}

/** A visit for which applications are closed, its seed published, all told that they are reserves; nobody has a place. */
export async function stageTold(
  stage: VisitsStage,
  setUp: VisitSetUp & {
    readonly applications: readonly ApplicationSetUp[];
    readonly releaseUnfilled?: boolean;
  },
): Promise<{ readonly visit: StagedVisit; readonly applications: readonly StagedApplication[] }> {
  const { applications: wanted, releaseUnfilled = false, ...visitSetUp } = setUp;
  const visit = await stage.visit({
    ...visitSetUp,
    columns: {
      applications_close_at: '2026-03-01T12:00:00Z',
      organisation_limit: null,
      ...visitSetUp.columns,
    },
  });
  const applications: StagedApplication[] = [];
  for (const each of wanted) applications.push(await stageApplication(stage, visit, each));
  await insert(stage.query, 'selections', {
    visit_id: visit.id,
    seed: 'ab'.repeat(16),
    seed_published_at: '2026-02-01T00:00:00Z',
    method: 'draw',
    rules: JSON.stringify({
      places: 1,
      organisationLimit: null,
      categoryLimits: [],
      reserved: [],
      releaseUnfilled,
    }),
    run_at: '2026-03-02T00:00:00Z',
    told_at: '2026-03-03T00:00:00Z',
    version: 3,
  });
  for (const [index, { id, code }] of applications.entries()) {
    await insert(stage.query, 'selection_outcomes', {
      visit_id: visit.id,
      application_id: id,
      code,
      rank: index + 1,
      drawn: index + 1,
      tied: false,
      outcome: 'reserve',
      position: index + 1,
      reason: JSON.stringify({ code: 'no-place-left', given: 0, kept: 0 }),
    });
  }
  return { visit, applications };
}

/** A place that is offered, for everybody, until 2034, unless said otherwise. */
export async function stageOffer(
  { query }: Pick<VisitsStage, 'query'>,
  visit: { readonly id: string },
  application: { readonly id: string },
  columns: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await insert(query, 'offers', {
    id: randomUUID(),
    visit_id: visit.id,
    application_id: application.id,
    counts_as: 'general',
    funded: false,
    status: 'offered',
    deadline: '2034-12-31T12:00:00Z',
    offered_at: '2026-03-03T00:00:00Z',
    version: 1,
    ...columns,
  });
}
