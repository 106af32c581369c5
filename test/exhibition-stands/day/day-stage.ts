import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { LinkSecrets } from '#platform';
import type { StagedExhibition, StagedMember, StandsStage } from '../stage.js';
import { insert } from '../stage-exhibition.js';

const zone = 'Europe/London';

/** Minutes from now, as the tables and the API take it. */
export const inMinutes = (minutes: number): string =>
  Temporal.Now.instant().add({ minutes }).round('minute').toString();

/** A stand that is open today, in a published rota. */
export async function stageDay(stage: StandsStage): Promise<StagedExhibition> {
  const today = Temporal.Now.plainDateISO(zone);
  const days = [-1, 0, 1].map((days) => ({
    day: today.add({ days }).toString(),
    opens: '00:00',
    closes: '23:59',
  }));
  const exhibition = await stage.exhibition({
    days,
    columns: {
      contacts: JSON.stringify([
        { name: 'Cy Example', role: 'Exhibition office', phone: '0151 496 0000', email: 'cy@example.org' },
      ]),
      // Shifts of these tests lie anywhere in the day or night.
      rules: JSON.stringify({ restMinutes: 0 }),
    },
  });
  await insert(stage.query, 'rotas', {
    id: randomUUID(),
    exhibition_id: exhibition.id,
    number: 1,
    published_at: new Date(),
  });
  return exhibition;
}

/** Somebody who can always come. */
export const helper = (
  stage: StandsStage,
  exhibition: StagedExhibition,
  name: string,
): Promise<StagedMember> =>
  stage.teamMember(exhibition, {
    name,
    availability: [{ from: inMinutes(-3000), until: inMinutes(3000) }],
  });

/** Gives somebody a shift, as they were told of it. @returns the id of their part in it */
export async function assign(
  stage: StandsStage,
  exhibition: StagedExhibition,
  shiftId: string,
  member: StagedMember,
): Promise<string> {
  const id = randomUUID();
  await stage.query(
    `INSERT INTO current_assignments (id, exhibition_id, shift_id, team_member_id, starts_at, ends_at, label, told_at, is_lead,
       status, status_at, source, version)
     SELECT $1, $2, id, $4, starts_at, ends_at, label, now(), false, 'assigned', now(), 'rota', 1 FROM shifts WHERE id = $3`,
    [id, exhibition.id, shiftId, member.id],
  );
  await stage.query(
    `INSERT INTO draft_assignments (shift_id, team_member_id, exhibition_id, is_lead, is_pinned, source)
     VALUES ($1, $2, $3, false, false, 'fill')`,
    [shiftId, member.id, exhibition.id],
  );
  return id;
}

/** Who has a shift now, by name. */
export const having = async (stage: StandsStage, shiftId: string): Promise<readonly string[]> =>
  (
    await stage.query<{ name: string }>(
      `SELECT t.name FROM current_assignments c JOIN team_members t ON t.id = c.team_member_id
       WHERE c.shift_id = $1 AND c.status IN ('assigned', 'checked-in') ORDER BY t.name`,
      [shiftId],
    )
  ).map(({ name }) => name);

/** Subjects of the mails that were asked for to an address, in their order. */
export const mailsTo = async (stage: StandsStage, address: string | null): Promise<readonly string[]> =>
  (
    await stage.query<{ subject: string }>(
      `SELECT payload ->> 'subject' AS subject FROM outbox
       WHERE type = 'exhibition-stands.mail-requested.v1' AND payload -> 'to' ->> 'address' = $1 ORDER BY position`,
      [address],
    )
  ).map(({ subject }) => subject);

/** The secrets of those who are asked for a shift, by name. */
export async function asksFor(stage: StandsStage, shiftId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await stage.query<{ name: string; id: string }>(
    `SELECT t.name, a.id FROM cover_asks a JOIN cover_requests r ON r.id = a.request_id
       JOIN team_members t ON t.id = a.team_member_id WHERE r.shift_id = $1 AND r.status = 'open' ORDER BY a.rank`,
    [shiftId],
  );
  const links = new LinkSecrets(stage.system.secrets.links, 'links to stands');
  return new Map(rows.map(({ name, id }) => [name, links.secretOf('cover-ask', id)]));
}
