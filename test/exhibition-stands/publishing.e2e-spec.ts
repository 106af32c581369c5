import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { ReceivedMail } from '#launcher';
import { strictCheck } from '../events-calendar/ical/strict-check.js';
import { subscriber } from '../events-calendar/personal/subscriber.js';
import { person, startTelling } from '../events-calendar/read-model/telling.js';
import { until } from '../until.js';
import { publish, readPublishing, setDraft, stageRota, type StagedRota } from './publishing-stage.js';
import { staffPerson, startStands, type StandsStage } from './stage.js';

const calendarApp = 'events-calendar';

let stage: StandsStage;
let staff: Record<string, string>;
let calendar: pg.Client;

beforeAll(async () => {
  stage = await startStands({
    apps: ['exhibition-stands', calendarApp, 'members', 'mailer'],
    mailbox: true,
    env: { SMTP_RATE: '1000' },
  });
  staff = await stage.headers({ ...staffPerson, via: 'api' });
  calendar = new pg.Client({ connectionString: stage.system.databaseUrl(calendarApp) });
  await calendar.connect();
});
afterAll(async () => {
  await calendar?.end();
  await stage?.stop();
});

const mailsTo = (address: string | null | undefined) =>
  stage.system.mailbox.all().filter((mail) => mail.to.includes(address ?? ''));
/** What a mail tells a calendar. */
const calendarIn = (mail: ReceivedMail): string =>
  mail.attachments.find(({ contentType }) => contentType.startsWith('text/calendar'))?.content.toString() ??
  '';
const told = async (rota: StagedRota) =>
  stage.query<{ type: string; version: number }>(
    `SELECT split_part(type, '.', 2) AS type, aggregate_version AS version FROM outbox
     WHERE payload ->> 'exhibitionId' = $1 ORDER BY position`,
    [rota.exhibition.id],
  );
const askedFor = async (rota: StagedRota): Promise<string[]> =>
  (
    await stage.query<{ address: string }>(
      `SELECT payload -> 'to' ->> 'address' AS address FROM outbox
       WHERE type = 'exhibition-stands.mail-requested.v1' AND payload -> 'to' ->> 'address' = ANY($1) ORDER BY position`,
      [rota.members.map(({ email }) => email)],
    )
  ).map(({ address }) => address);
const current = (rota: StagedRota) =>
  stage.query<{ id: string; team_member_id: string; version: number }>(
    'SELECT id, shift_id, team_member_id, version FROM current_assignments WHERE exhibition_id = $1 ORDER BY id',
    [rota.exhibition.id],
  );

describe('somebody who is erased', () => {
  it('leaves a gap that staff see, and nobody is told of it', async () => {
    const telling = await startTelling(stage.system, 'exhibition-stands');
    const known = person();
    await telling.tell('members.person-changed.v1', 1, known);
    const rota = await stageRota(stage, { personIds: [known.id] });
    await setDraft(stage, rota, [
      [0, 0],
      [0, 1],
    ]);
    await publish(stage, rota, staff);
    const [messages, mails] = [await told(rota), await askedFor(rota)];
    await telling.tell('members.person-erased.v1', 2, { id: known.id, erasureId: randomUUID() });
    expect((await current(rota)).map((row) => row.team_member_id)).toEqual([rota.members[1]?.id]);
    const { gaps, people, obstacles } = await readPublishing(stage, rota, staff);
    expect([gaps[0]?.places, people, obstacles]).toEqual([1, [], []]);
    expect([await told(rota), await askedFor(rota)]).toEqual([messages, mails]);
    await telling.stop();
  });
});

describe('somebody who becomes known after a rota was published', () => {
  it('has their shifts in their own feed, and nobody is mailed for it', async () => {
    const telling = await startTelling(stage.system, 'exhibition-stands');
    const rota = await stageRota(stage);
    await setDraft(stage, rota, [
      [0, 0],
      [2, 0],
      [0, 1],
    ]);
    await publish(stage, rota, staff);
    const mails = await askedFor(rota);
    // Somebody else's address changes nothing.
    await telling.tell('members.person-changed.v1', 1, person({ email: `${randomUUID()}@example.org` }));
    expect(await told(rota)).toHaveLength(3);

    const [ada] = rota.members;
    const known = person({ email: ada?.email?.toUpperCase() ?? null });
    await telling.tell('members.person-changed.v1', 1, known);
    expect((await told(rota)).slice(3)).toEqual([
      { type: 'shift-assigned', version: 2 },
      { type: 'shift-assigned', version: 2 },
    ]);
    const members = await stage.query<{ id: string; person_id: string | null }>(
      'SELECT id, person_id FROM team_members WHERE exhibition_id = $1 AND person_id IS NOT NULL',
      [rota.exhibition.id],
    );
    expect(members).toEqual([{ id: ada?.id, person_id: known.id }]);
    const browser = await subscriber(
      stage.system.urls[calendarApp] ?? '',
      { ...stage.identity, headers: (who) => stage.identity.headers(who, calendarApp) },
      { id: known.id, roles: ['person'] },
    );
    const path = await browser.makeFeed();
    const feed = async () => (await fetch((stage.system.urls[calendarApp] ?? '') + path)).text();
    await until(async () => ((await feed()).match(/UID:shift-/g) ?? []).length === 2);
    // Told again of them, it has nothing to do.
    await telling.tell('members.person-changed.v1', 2, known);
    expect([(await told(rota)).length, await askedFor(rota)]).toEqual([5, mails]);
    // What comes later is newer than that.
    await setDraft(stage, rota, [
      [2, 0],
      [0, 1],
    ]);
    await publish(stage, rota, staff);
    expect((await told(rota)).slice(5)).toEqual([{ type: 'shift-unassigned', version: 3 }]);
    await until(async () => ((await feed()).match(/UID:shift-/g) ?? []).length === 1);
    await telling.stop();
  });
});

describe('an exhibition that is called off', () => {
  it('ends the shifts that people have, and tells each of them', async () => {
    const rota = await stageRota(stage);
    await setDraft(stage, rota, [
      [0, 0],
      [3, 1],
    ]);
    await publish(stage, rota, staff);
    const off = await stage.api(
      'POST',
      `/exhibitions/${rota.exhibition.id}/status`,
      { ...staff, 'if-match': '"1"' },
      {
        status: 'cancelled',
        reason: 'The hall has flooded.',
      },
    );
    expect(off.status).toBe(200);
    expect(await current(rota)).toEqual([]);
    expect((await told(rota)).slice(2).map(({ type }) => type)).toEqual([
      'shift-unassigned',
      'shift-unassigned',
    ]);
    expect(new Set((await askedFor(rota)).slice(2))).toEqual(
      new Set([rota.members[0]?.email, rota.members[1]?.email]),
    );
    expect((await publish(stage, rota, staff)).body.code).toBe('exhibition-over');
  });
});

describe('publishing a rota', () => {
  it('mails everybody all their shifts once, and puts them into their own feed', async () => {
    const personId = randomUUID();
    const rota = await stageRota(stage, { personIds: [personId] });
    await setDraft(stage, rota, [
      [0, 0],
      [0, 1],
      [3, 0],
    ]);
    const before = await readPublishing(stage, rota, staff);
    expect(before.people.map(({ name }) => name)).toEqual(['Ada Example', 'Bo Sample']);
    expect(before.gaps.length).toBeGreaterThan(0);
    const published = await publish(stage, rota, staff);
    expect(published).toMatchObject({ status: 201, body: { number: 1 } });
    expect(published.body.assignments).toHaveLength(3);
    const [ada, bo, cy] = rota.members;
    const mail = await stage.system.mailbox.waitFor(ada?.email ?? '');
    const one = await stage.system.mailbox.waitFor(bo?.email ?? '');
    expect(mail.subject).toContain('Your shifts on our stand');
    expect(mail.text).toContain('Sunday 23 September 2035, 9am to 11am');
    expect(mail.text).toContain('With Bo Sample.');
    expect(mail.text).toContain('0151 496 0000');
    expect(mail.text).toContain(`/stands/team/${ada?.secret}`);
    // Two shifts have two UIDs, which only PUBLISH may hold; a single one is a REQUEST.
    const content = calendarIn(mail);
    expect(strictCheck(content)).toEqual([]);
    expect(content.match(/^BEGIN:VEVENT/gm)).toHaveLength(2);
    expect(content.match(/^ORGANIZER/gm)).toHaveLength(2);
    expect(content).toContain('METHOD:PUBLISH');
    expect(strictCheck(calendarIn(one))).toEqual([]);
    expect(calendarIn(one)).toMatch(/METHOD:REQUEST[^]*ATTENDEE/);
    expect(content).toContain('DTSTART;TZID=Europe/London:20350923T090000');
    expect(mailsTo(cy?.email)).toEqual([]);

    const [first] = await current(rota);
    const browser = await subscriber(
      stage.system.urls[calendarApp] ?? '',
      { ...stage.identity, headers: (who) => stage.identity.headers(who, calendarApp) },
      { id: personId, roles: ['person'] },
    );
    const path = await browser.makeFeed();
    const feed = async () => (await fetch((stage.system.urls[calendarApp] ?? '') + path)).text();
    await until(async () => ((await feed()).match(/UID:shift-/g) ?? []).length === 2);
    expect(strictCheck(await feed())).toEqual([]);
    expect(first?.version).toBe(1);
    // One shift goes: it is gone from the feed at once, and taken out of the calendar that had it by mail.
    await setDraft(stage, rota, [
      [0, 0],
      [0, 1],
    ]);
    expect(await publish(stage, rota, staff)).toMatchObject({ status: 201, body: { number: 2 } });
    await until(async () => ((await feed()).match(/UID:shift-/g) ?? []).length === 1);
    const gone = await stage.system.mailbox.waitFor(ada?.email ?? '');
    expect(strictCheck(calendarIn(gone))).toEqual([]);
    expect(calendarIn(gone)).toMatch(/METHOD:CANCEL[^]*SEQUENCE:2[^]*STATUS:CANCELLED/);
  });

  it('takes several shifts out of a calendar by one mail that every program understands', async () => {
    const rota = await stageRota(stage);
    const [ada] = rota.members;
    await setDraft(stage, rota, [
      [0, 0],
      [3, 0],
    ]);
    await publish(stage, rota, staff);
    await stage.system.mailbox.waitFor(ada?.email ?? '');
    await setDraft(stage, rota, []);
    await publish(stage, rota, staff);
    const gone = calendarIn(await stage.system.mailbox.waitFor(ada?.email ?? ''));
    expect(strictCheck(gone)).toEqual([]);
    expect(gone).toContain('METHOD:PUBLISH');
    expect(gone.match(/^STATUS:CANCELLED/gm)).toHaveLength(2);
    expect(gone.match(/^SEQUENCE:2/gm)).toHaveLength(2);
  });

  it('tells exactly those for whom something is different, and nobody when nothing is', async () => {
    const rota = await stageRota(stage);
    await setDraft(stage, rota, [
      [0, 0],
      [0, 1],
      [2, 2],
    ]);
    await publish(stage, rota, staff);
    const [messages, mails, rows] = [await told(rota), await askedFor(rota), await current(rota)];
    expect(messages.map(({ type }) => type)).toEqual(['shift-assigned', 'shift-assigned', 'shift-assigned']);
    expect(await publish(stage, rota, staff)).toMatchObject({ status: 201, body: { number: 2 } });
    expect([await told(rota), await askedFor(rota), await current(rota)]).toEqual([messages, mails, rows]);
    // Bo is replaced by Cy, and Cy's own shift begins later; Ada is told nothing.
    await setDraft(stage, rota, [
      [0, 0],
      [0, 2],
      [2, 2],
    ]);
    await stage.query(`UPDATE shifts SET starts_at = starts_at + interval '30 minutes' WHERE id = $1`, [
      rota.shifts[2],
    ]);
    await publish(stage, rota, staff);
    expect((await told(rota)).slice(3)).toEqual([
      { type: 'shift-unassigned', version: 2 },
      { type: 'shift-changed', version: 2 },
      { type: 'shift-assigned', version: 1 },
    ]);
    expect(new Set((await askedFor(rota)).slice(3))).toEqual(
      new Set([rota.members[1]?.email, rota.members[2]?.email]),
    );
    const isAda = ({ team_member_id: member }: { team_member_id: string }) => member === rota.members[0]?.id;
    expect((await current(rota)).find(isAda)).toEqual(rows.find(isAda));
  });

  it('leaves what has begun as people were told, whatever the draft says of it', async () => {
    const rota = await stageRota(stage);
    await setDraft(stage, rota, [[0, 0]]);
    await publish(stage, rota, staff);
    const begun = `starts_at = now() - interval '5 minutes', ends_at = now() + interval '5 hours'`;
    await stage.query(`UPDATE shifts SET ${begun} WHERE id = $1`, [rota.shifts[0]]);
    await stage.query(`UPDATE current_assignments SET ${begun} WHERE shift_id = $1`, [rota.shifts[0]]);
    const [rows, messages, mails] = [await current(rota), await told(rota), await askedFor(rota)];
    await setDraft(stage, rota, [[0, 1]]);
    expect(await publish(stage, rota, staff)).toMatchObject({ status: 201, body: { number: 2 } });
    expect([await current(rota), await told(rota), await askedFor(rota)]).toEqual([rows, messages, mails]);
  });

  it('is kept from breaking a rule without a reason for it, and keeps the reason', async () => {
    const rota = await stageRota(stage, { passesNeeded: true });
    await setDraft(stage, rota, [[0, 0]]);
    const { obstacles } = await readPublishing(stage, rota, staff);
    expect(obstacles.map(({ rule }) => rule)).toEqual(['no-pass']);
    expect(await publish(stage, rota, staff)).toMatchObject({ status: 409, body: { code: 'rules-broken' } });
    expect(await current(rota)).toEqual([]);
    const overrides = [{ key: obstacles[0]?.key, reason: 'It is at the desk.' }];
    expect(await publish(stage, rota, staff, { overrides })).toMatchObject({ status: 201 });
    const [row] = await stage.query<{ overrides: object[] }>(
      'SELECT overrides FROM rotas WHERE exhibition_id = $1',
      [rota.exhibition.id],
    );
    expect(row?.overrides).toMatchObject([
      { rule: 'no-pass', memberId: rota.members[0]?.id, reason: 'It is at the desk.' },
    ]);
    const page = await fetch(`${stage.url}${rota.exhibition.manage}/rota/publish`, {
      headers: await stage.headers(staffPerson),
    });
    expect(await page.text()).toContain('It is at the desk.');
  });

  it('is refused for what was not looked at, and done once by two at once', async () => {
    const rota = await stageRota(stage);
    await setDraft(stage, rota, [[0, 0]]);
    const { seen } = await readPublishing(stage, rota, staff);
    await setDraft(stage, rota, [[0, 1]]);
    expect(await publish(stage, rota, staff, { seen })).toMatchObject({
      status: 409,
      body: { code: 'edited-meanwhile' },
    });
    const now = (await readPublishing(stage, rota, staff)).seen;
    const answers = await Promise.all([1, 2, 3].map(() => publish(stage, rota, staff, { seen: now })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    expect(await told(rota)).toHaveLength(1);
  });

  it('is done wholly or not at all', async () => {
    const rota = await stageRota(stage);
    await setDraft(stage, rota, [[0, 0]]);
    await stage.query(`
      CREATE FUNCTION refuse_mail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no mail'; END $$;
      CREATE TRIGGER refuse_mail BEFORE INSERT ON outbox FOR EACH ROW
        WHEN (NEW.type = 'exhibition-stands.mail-requested.v1') EXECUTE FUNCTION refuse_mail()`);
    expect((await publish(stage, rota, staff)).status).toBe(500);
    await stage.query('DROP TRIGGER refuse_mail ON outbox; DROP FUNCTION refuse_mail()');
    expect([await current(rota), await told(rota)]).toEqual([[], []]);
    expect(await publish(stage, rota, staff)).toMatchObject({ status: 201, body: { number: 1 } });
  });

  it('is done once by a button that is pressed twice', async () => {
    const rota = await stageRota(stage);
    await setDraft(stage, rota, [[0, 0]]);
    const address = `${stage.url}${rota.exhibition.manage}/rota/publish`;
    const headers = { ...(await stage.headers(staffPerson)), accept: 'text/html' };
    const html = await (await fetch(address, { headers })).text();
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
    const body = () => new URLSearchParams({ seen: hidden('seen'), once: hidden('once') });
    const press = () =>
      fetch(address, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...headers, 'sec-fetch-site': 'same-origin' },
        body: body(),
      });
    const answers = await Promise.all([press(), press()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await told(rota)).toHaveLength(1);
    // An older page is shown what would be published now.
    const again = await fetch(address, {
      method: 'POST',
      headers: { ...headers, 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams({ seen: 'older', once: randomUUID() }),
    });
    expect([again.status, (await again.text()).includes('has changed since you looked')]).toEqual([
      409,
      true,
    ]);
  });

  it('shows volunteers their shifts by their link and when they are signed in, and nobody else', async () => {
    const personId = randomUUID();
    const rota = await stageRota(stage, { personIds: [personId] });
    await setDraft(stage, rota, [
      [0, 0],
      [0, 1],
    ]);
    await publish(stage, rota, staff);
    const secret = rota.members[0]?.secret ?? '';
    const file = await fetch(`${stage.url}/stands/team/${secret}/shifts.ics`);
    expect(file.headers.get('content-type')).toContain('text/calendar');
    expect(strictCheck(await file.text())).toEqual([]);
    const print = await fetch(`${stage.url}/stands/team/${secret}/shifts/print`, {
      headers: { accept: 'text/html' },
    });
    expect(await print.text()).toContain('With Bo Sample.');
    expect((await fetch(`${stage.url}/stands/team/${'x'.repeat(43)}/shifts.ics`)).status).toBe(404);
    const ada = await stage.headers({ id: personId, roles: ['person'] });
    const mine = await fetch(`${stage.url}/stands/mine`, { headers: { ...ada, accept: 'text/html' } });
    expect(await mine.text()).toContain(`/stands/team/${secret}`);
    const own = await stage.api<{ stands: { shifts: object[]; path: string | null }[] }>(
      'GET',
      '/my-shifts',
      ada,
    );
    expect(own.body.stands.map(({ shifts }) => shifts.length)).toEqual([1]);
    expect(own.body.stands[0]?.path).toBe(`/stands/team/${secret}`);
    // The link lets whoever has it change things: it is not for a token that may not.
    const reader = await stage.headers({ id: personId, roles: ['person'], via: 'api', access: 'read' });
    const readOnly = await stage.api<{ stands: { path: string | null }[] }>('GET', '/my-shifts', reader);
    expect(readOnly.body.stands.map(({ path }) => path)).toEqual([null]);
    const byLink = await stage.api<{ shifts: object[] }>('GET', `/team-links/${secret}/shifts`, {});
    expect(byLink).toMatchObject({
      status: 200,
      body: {
        exhibitionId: rota.exhibition.id,
        shifts: [{ start: '2035-09-23T08:00:00Z', withWhom: ['Bo Sample'] }],
      },
    });
    expect(byLink.body.shifts).toEqual(own.body.stands[0]?.shifts);
    expect((await stage.api('GET', `/team-links/${'x'.repeat(43)}/shifts`, {})).status).toBe(404);
    const other = await stage.headers({ id: randomUUID(), roles: ['person'] });
    expect((await stage.api<{ stands: object[] }>('GET', '/my-shifts', other)).body.stands).toEqual([]);
    expect((await stage.api('GET', `/exhibitions/${rota.exhibition.id}/rota/current`, other)).status).toBe(
      403,
    );
  });
});
