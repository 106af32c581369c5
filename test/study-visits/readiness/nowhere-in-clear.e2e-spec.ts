import {
  staffPerson,
  startVisits,
  type StagedTraveller,
  type StagedVisit,
  type VisitsStage,
} from '../stage.js';
import { marks, secrets, told } from './told.js';
import { walkDatabase } from './walk-database.js';

describe('what travellers tell', () => {
  let stage: VisitsStage;
  let visit: StagedVisit;
  let who: StagedTraveller;
  let staff: Record<string, string>;
  const own = { 'sec-fetch-site': 'same-origin' };

  beforeAll(async () => {
    stage = await startVisits();
    staff = { ...(await stage.headers(staffPerson)), 'sec-fetch-site': 'same-origin' };
    visit = await stage.visit({ status: 'confirmed' });
    who = await stage.traveller(visit);
  });
  afterAll(() => stage?.stop());

  const form = (path: string, values: Record<string, string>, headers: Record<string, string>) =>
    fetch(`${stage.url}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(values),
    });

  it('stands nowhere in the database nor in the logs, whichever way it came', async () => {
    const link = `/traveller-links/${who.secret}/readiness`;
    const staffPath = `/visits/${visit.id}/readiness/${who.id}`;
    // Sent by programs, once with what is refused in it, once over somebody else's change, with keys that keep answers elsewhere.
    for (const [item, body] of Object.entries(told)) {
      const headers = { ...own, 'if-match': '"0"', 'idempotency-key': `tell-${item}` };
      expect((await stage.api('PUT', `${link}/${item}`, headers, body)).status).toBe(200);
      const stale = item === 'consent' ? { ...body, hosts: false } : { ...body, needless: secrets.diet };
      const refused = await stage.api('PUT', `${link}/${item}`, headers, stale);
      expect([412, 422]).toContain(refused.status);
    }
    const look = await stage.api<object>(
      'POST',
      `${staffPath}/looks`,
      { ...staff, 'idempotency-key': 'look-once' },
      {
        items: ['passport', 'insurance', 'emergency-contact', 'dietary', 'access'],
        why: 'To book the flights',
      },
    );
    expect(look.status).toBe(200);
    expect(JSON.stringify(look.body)).toContain(secrets.number);
    // By forms: what is refused is shown again, and kept nowhere.
    const page = `/visits/travellers/${who.secret}/ready`;
    const spoilt = await form(`${page}/dietary`, { version: '9', hasNeeds: 'yes', text: secrets.diet }, own);
    expect(spoilt.status).toBe(422);
    const number = { 'passports.0.number': `${secrets.number}!`, version: '1' };
    expect((await form(`${page}/passport`, number, own)).status).toBe(422);
    const manage = `${visit.manage}/readiness/${who.id}`;
    const saved = await form(
      `${manage}/access`,
      { version: '1', hasNeeds: 'yes', text: `${secrets.access}, changed`, hasAgreed: 'yes' },
      staff,
    );
    expect(saved.status).toBe(303);
    const seen = await form(`${manage}/look`, { items: 'dietary', why: 'The hotel asks' }, staff);
    expect(await seen.text()).toContain(secrets.diet);
    // A number that is no key of the path, in an address that will not do.
    await fetch(`${stage.url}${page}/${secrets.number}`);

    expect(await walkDatabase(stage.system.adminUrl, marks)).toEqual([]);
    const logs = stage.system.logs('study-visits').toLowerCase();
    expect(logs).toContain('answered');
    const logged = marks.filter((mark) => mark !== secrets.number && logs.includes(mark.toLowerCase()));
    expect(logged).toEqual([]);
    expect(logs).not.toContain(secrets.number.toLowerCase());
  });

  it('would be found if it stood anywhere, in whatever kind of column', async () => {
    await stage.query(`CREATE TABLE planted (id int, words text, list text[], thing jsonb, bytes bytea)`);
    try {
      for (const column of ['words', 'list', 'thing', 'bytes']) {
        const value = {
          words: `said: ${secrets.number.toLowerCase()}.`,
          list: [`{${secrets.number}}`],
          thing: JSON.stringify({ a: [{ b: secrets.number }] }),
          bytes: Buffer.from(`\u0000\u0001${secrets.number}`),
        }[column];
        await stage.query('DELETE FROM planted');
        await stage.query(`INSERT INTO planted (id, ${column}) VALUES (1, $1)`, [value]);
        const found = await walkDatabase(stage.system.adminUrl, marks);
        expect(new Set(found.map(({ place }) => place))).toEqual(new Set([`study_visits.planted.${column}`]));
      }
      // Where rows of messages, keys and mails are, it looks as well.
      await stage.query(
        `INSERT INTO idempotency_keys (credential, key, request_hash, body) VALUES ('x', 'y', 'z', to_jsonb($1::text))`,
        [secrets.policy],
      );
      await stage.query('DELETE FROM planted');
      const found = await walkDatabase(stage.system.adminUrl, marks);
      expect(found.map(({ place }) => place)).toEqual(['study_visits.idempotency_keys.body']);
    } finally {
      await stage.query('DROP TABLE planted');
      await stage.query(`DELETE FROM idempotency_keys WHERE credential = 'x'`);
    }
  });
});
