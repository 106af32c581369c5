import { randomUUID } from 'node:crypto';
import { hashOfLinkSecret, LinkSecrets } from '#platform';
import type { Handed, HandoutsStage, LinkJson } from '../handouts/handouts-stage.js';
import { secrets as sensitive, told } from '../readiness/told.js';
import { insert, type StagedTraveller } from '../stage.js';
import { runDue } from '../../run-due.js';
import { coachInput } from '../travel/travel-stage.js';
import type { LinkKind } from './linked.js';

/** Somebody else's things, by texts that stand nowhere else. */
export const othersMarks = [
  'Otto Otherson',
  'Othershire',
  'BOOKEDBYOTTO',
  sensitive.policy,
  sensitive.company,
  sensitive.contact,
  sensitive.diet,
  sensitive.access,
];

export interface Linked extends Handed {
  readonly leader: StagedTraveller;
  /** Another traveller of the same visit, of whom all of {@link othersMarks} are. */
  readonly otto: StagedTraveller;
  /** One of each kind that leads to its thing. */
  readonly good: Readonly<Record<LinkKind, string>>;
  /** By why they lead nowhere any more. */
  readonly bad: ReadonlyMap<string, string>;
}

/** Writes a visit with everybody who has a link to something of it, and links that have ended. */
export async function stageLinks(stage: HandoutsStage): Promise<Linked> {
  const { query, ask } = stage;
  const handed = await stage.handed();
  const { visit, ann } = handed;
  const links = new LinkSecrets<LinkKind>(stage.system.secrets.links, 'links to study visits');
  const leader = await stage.traveller(visit, { name: 'Lee Leader', part: 'leader' });
  const otto = await stage.traveller(visit, {
    name: 'Otto Otherson',
    organisationName: 'Othershire Council',
  });
  for (const item of Object.keys(told) as (keyof typeof told)[]) {
    const headers = { 'if-match': '"0"', 'sec-fetch-site': 'same-origin' };
    await stage.api('PUT', `/traveller-links/${otto.secret}/readiness/${item}`, headers, {
      ...told[item],
      ...(item === 'consent' && { hosts: false, party: false }),
    });
  }
  const leg = await ask<{ id: string }>('POST', `/visits/${visit.id}/legs`, coachInput);
  await ask('PUT', `/visits/${visit.id}/legs/${leg.body.id}/travellers/${otto.id}`, {
    bookingReference: 'BOOKEDBYOTTO',
  });
  await ask('PUT', `/visits/${visit.id}/legs/${leg.body.id}/travellers/${ann.id}`, {});
  const make = async (path: string) => (await ask<LinkJson>('POST', path)).body;
  const driverLinks = `/visits/${visit.id}/legs/${leg.body.id}/driver-links`;
  const over = await make(driverLinks);
  await query(`UPDATE driver_links SET expires_at = now() - interval '1 second' WHERE id = $1`, [over.id]);
  const endedDriver = await make(driverLinks);
  await ask('DELETE', `${driverLinks}/${endedDriver.id}`);
  const endedHost = await make(`${handed.hostSheet}/links`);
  await ask('DELETE', `${handed.hostSheet}/links/${endedHost.id}`);
  const endedInterpreter = await make(`${handed.interpreterSheet}/links`);
  await ask('DELETE', `${handed.interpreterSheet}/links/${endedInterpreter.id}`);
  const past = await stage.handed();
  const [overHost, overInterpreter] = [
    await make(`${past.hostSheet}/links`),
    await make(`${past.interpreterSheet}/links`),
  ];
  await query(
    `UPDATE itinerary_items SET starts_at = now() - interval '3 days', ends_at = now() - interval '2 days' WHERE id = $1`,
    [past.item.id],
  );
  for (const version of ['0', '1'])
    await stage.send(`/visits/travellers/${ann.secret}/calendar`, { version }, {});
  await stage.publish(visit.id, 1);
  const application = await stageApplication(stage, visit.id, links);
  const secretOf = ({ path }: Pick<LinkJson, 'path'>) => path.split('/').at(-1) ?? '';
  return {
    ...handed,
    leader,
    otto,
    good: {
      traveller: ann.secret,
      driver: secretOf(await make(driverLinks)),
      host: secretOf(await make(`${handed.hostSheet}/links`)),
      interpreter: secretOf(await make(`${handed.interpreterSheet}/links`)),
      feed: links.secretOf('feed', `${ann.id}:2`),
      application: application.secret,
      reference: application.referenceSecret,
    },
    bad: new Map([
      ['a driver’s that is over', secretOf(over)],
      ['a driver’s that was ended', secretOf(endedDriver)],
      ['a host’s that was ended', secretOf(endedHost)],
      ['a host’s that is over', secretOf(overHost)],
      ['an interpreter’s that was ended', secretOf(endedInterpreter)],
      ['an interpreter’s that is over', secretOf(overInterpreter)],
      ['a feed’s for which there is a new one', links.secretOf('feed', `${ann.id}:1`)],
      ['one that was never given to anybody', links.secretOf('traveller', randomUUID())],
      ['one made of an id for another thing', links.secretOf('host', ann.id)],
      ['an id', ann.id],
      ['nothing like one', 'x'],
    ]),
  };
}

/** Somebody who is back from a visit, with all that one gets then; made apart, as schedules write of it. @returns their secret */
export async function stageHome(stage: HandoutsStage): Promise<string> {
  const over = { status: 'over', columns: { first_day: '2026-03-11', last_day: '2026-03-16' } } as const;
  const { secret } = await stage.traveller(await stage.visit(over), { name: 'Hal Home' });
  await runDue(stage.system, 'study-visits', 'issue-certificates');
  return secret;
}

async function stageApplication(
  { query }: HandoutsStage,
  visitId: string,
  links: LinkSecrets<LinkKind>,
): Promise<{ readonly secret: string; readonly referenceSecret: string }> {
  const [id, referenceId] = [randomUUID(), randomUUID()];
  const secret = links.secretOf('application', id);
  const referenceSecret = links.secretOf('reference', referenceId);
  const at = '2026-02-01T00:00:00Z';
  await insert(query, 'applications', {
    id,
    visit_id: visitId,
    status: 'submitted',
    code: 'ABEAPP',
    submitted_at: at,
    name: 'Abe Applicant',
    email: `${id}@example.org`,
    kind: 'member',
    answers: '{}',
    secret_hash: hashOfLinkSecret(secret),
    started_at: at,
    changed_at: at,
    version: 1,
  });
  await insert(query, 'application_references', {
    id: referenceId,
    application_id: id,
    name: 'Rae Referee',
    email: `${referenceId}@example.org`,
    relation: 'Colleague',
    status: 'asked',
    secret_hash: hashOfLinkSecret(referenceSecret),
    asked_at: at,
    version: 1,
  });
  await insert(query, 'offers', {
    id: randomUUID(),
    visit_id: visitId,
    application_id: id,
    counts_as: 'general',
    funded: false,
    status: 'offered',
    deadline: '2035-01-01T12:00:00Z',
    offered_at: at,
    version: 1,
  });
  return { secret, referenceSecret };
}

/** What every table holds, as one line each, so that it is seen where anything was changed. */
export async function dumpOf({
  query,
}: Pick<HandoutsStage, 'query'>): Promise<Readonly<Record<string, string>>> {
  const tables = await query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'study_visits' AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'schedule%' AND table_name <> 'outbox_target'
       AND table_name <> 'idempotency_keys' ORDER BY table_name`,
  );
  const lines: Record<string, string> = {};
  for (const { name } of tables) {
    // How far messages are on their way is no change; a message more is.
    const said = name === 'outbox' ? 't.id::text' : 't::text';
    const [row] = await query<{ sum: string | null }>(
      `SELECT md5(string_agg(${said}, ',' ORDER BY ${said})) AS sum FROM ${name} t`,
    );
    lines[name] = row?.sum ?? '';
  }
  return lines;
}
