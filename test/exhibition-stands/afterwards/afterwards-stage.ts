import { randomUUID } from 'node:crypto';
import { LinkSecrets } from '#platform';
import type { StagedExhibition, StagedMember, StandsStage, TeamMemberSetUp } from '../stage.js';
import { insert } from '../stage-exhibition.js';

/** What is said of somebody's shift. */
export type Said = 'assigned' | 'checked-in' | 'no-show' | 'dropped-out';

/** Somebody who was to stand, and what was said of each of their shifts. */
export interface StoodSetUp extends TeamMemberSetUp {
  readonly name: string;
  readonly shifts: readonly (readonly [shift: number, said: Said])[];
}

/** A stand that is over: three shifts of two hours, two on a Saturday on which people checked in, one the day after. */
export interface StoodStand {
  readonly exhibition: StagedExhibition;
  readonly members: Readonly<Record<string, StagedMember>>;
  /** An organisation that members knows, with somebody who looks after its bookings. */
  readonly council: { readonly id: string; readonly name: string; readonly contact: string };
}

/** Days of the last month, so that nothing is kept too long. */
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

export const usual: readonly StoodSetUp[] = [
  {
    name: 'Ada Example',
    shifts: [
      [0, 'checked-in'],
      [1, 'checked-in'],
    ],
    organisationName: 'THE COUNCIL',
  },
  {
    name: 'Bo Sample',
    shifts: [
      [0, 'checked-in'],
      [2, 'assigned'],
    ],
    organisationName: 'Somebody’s own',
  },
  { name: 'Cy Muster', shifts: [[2, 'assigned']], email: null },
  { name: 'Dee Mockup', shifts: [[0, 'assigned']], organisationName: 'the council' },
  {
    name: 'Ed Specimen',
    shifts: [
      [1, 'dropped-out'],
      [2, 'no-show'],
    ],
  },
];

/** Writes it straight into the tables. */
export async function stageStood(
  stage: StandsStage,
  people: readonly StoodSetUp[] = usual,
  status: 'published' | 'over' = 'over',
): Promise<StoodStand> {
  const [first, second] = [day(20), day(19)];
  const exhibition = await stage.exhibition({
    days: [first, second],
    status,
    title: 'Labour Party Conference',
  });
  const spans = [
    [`${first}T09:00:00Z`, `${first}T11:00:00Z`],
    [`${first}T11:00:00Z`, `${first}T13:00:00Z`],
    [`${second}T09:00:00Z`, `${second}T11:00:00Z`],
  ] as const;
  const shifts: string[] = [];
  for (const [from, until] of spans) shifts.push(await stage.shift(exhibition, { from, until, cover: 2 }));
  const council = await stageCouncil(stage, `The Council ${exhibition.id}`);
  const members: Record<string, StagedMember> = {};
  for (const { shifts: own, ...setUp } of people) {
    const named =
      setUp.organisationName?.toLowerCase() === 'the council'
        ? setUp.organisationName.replace(/council/i, (word) => `${word} ${exhibition.id}`)
        : (setUp.organisationName ?? null);
    const member = await stage.teamMember(exhibition, { ...setUp, organisationName: named });
    members[setUp.name] = member;
    for (const [shift, said] of own) {
      const [from, until] = spans[shift] ?? spans[0];
      await insert(stage.query, 'current_assignments', {
        id: randomUUID(),
        exhibition_id: exhibition.id,
        shift_id: shifts[shift],
        team_member_id: member.id,
        starts_at: from,
        ends_at: until,
        label: '',
        told_at: from,
        is_lead: false,
        status: said,
        status_at: from,
        source: 'rota',
        version: 1,
      });
    }
  }
  return { exhibition, members, council };
}

async function stageCouncil({ query }: StandsStage, name: string): Promise<StoodStand['council']> {
  const [id, person] = [randomUUID(), randomUUID()];
  const contact = `contact.${person.slice(0, 8)}@example.org`;
  await insert(query, 'organisations', { id, name, category: 'full', status: 'member', version: 1 });
  await insert(query, 'people', {
    id: person,
    name: 'Connie Contact',
    email: contact,
    roles: [],
    version: 1,
  });
  await insert(query, 'affiliations', {
    person_id: person,
    organisation_id: id,
    role: 'officer',
    is_booking_contact: true,
  });
  return { id, name, contact };
}

/** A mail as it was asked for. */
export interface AskedMail {
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly to: { readonly address: string };
}

/** Mails of thanks to these addresses. */
export async function thanksTo(
  { query }: StandsStage,
  addresses: readonly (string | null)[],
): Promise<readonly AskedMail[]> {
  const rows = await query<{ payload: AskedMail }>(
    `SELECT payload FROM outbox WHERE type = 'exhibition-stands.mail-requested.v1' AND payload ->> 'kind' = 'stand-news'
       AND payload -> 'to' ->> 'address' = ANY($1) ORDER BY position`,
    [addresses],
  );
  return rows.map(({ payload }) => payload);
}

/** The secret in the link to say how it was, that somebody was mailed. */
export async function feedbackSecret(stage: StandsStage, memberId: string): Promise<string> {
  const [row] = await stage.query<{ id: string }>('SELECT id FROM thanks WHERE team_member_id = $1', [
    memberId,
  ]);
  return new LinkSecrets(stage.system.secrets.links, 'links to stands').secretOf('feedback', row?.id ?? '');
}
