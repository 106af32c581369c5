import { Temporal } from 'temporal-polyfill';
import { ReadRules } from '../../../apps/study-visits/src/destination-rules/read-rules.js';
import { judgePassports } from '../../../apps/study-visits/src/destination-rules/domain/judge-passports.js';
import { judgeTravelPapers } from '../../../apps/study-visits/src/readiness/domain/judge.js';
import { until } from '../../until.js';
import {
  staffPerson,
  startVisits,
  type StagedTraveller,
  type StagedVisit,
  type VisitsStage,
} from '../stage.js';
import { startSealing, type Sealing } from './sealing.js';

interface Rule {
  readonly id: string;
  readonly destination: string;
  readonly nationals: string | null;
  readonly validFrom: string;
  readonly source: string;
  readonly checkedOn: string | null;
  readonly note: string;
  readonly rule: { readonly kind: string; readonly data: Record<string, unknown> };
  readonly version: number;
}

interface Saved {
  readonly changeId: string | null;
  readonly changed: number;
  readonly told: number;
}

const passport = (expiresOn: string, nationality = 'GB') => ({
  number: 'AB1234567',
  issuedOn: '2026-01-01',
  expiresOn,
  nationality,
});

describe('rules of borders', () => {
  const byText = (one: string, other: string): number => one.localeCompare(other);

  let stage: VisitsStage;
  let sealing: Sealing;
  let staff: Record<string, string>;

  beforeAll(async () => {
    stage = await startVisits();
    sealing = await startSealing(stage, stage.system.secrets.sensitive);
    staff = { ...(await stage.headers(staffPerson)), 'sec-fetch-site': 'same-origin' };
  });
  afterAll(async () => {
    await sealing?.stop();
    await stage?.stop();
  });

  const all = async () => (await stage.api<{ rules: Rule[] }>('GET', '/destination-rules', staff)).body.rules;
  const schengen = async (): Promise<Rule> => {
    const found = (await all()).find(
      ({ destination, nationals, rule }) =>
        rule.kind === 'passport' && destination === 'schengen' && nationals === null,
    );
    if (found === undefined) throw new Error('there is no rule of passports for the Schengen area');
    return found;
  };
  const asInput = ({ id: _id, version: _version, ...input }: Rule) => input;
  const change = async (rule: Rule, data: Record<string, unknown>, version = rule.version) => {
    const input = { ...asInput(rule), rule: { ...rule.rule, data: { ...rule.rule.data, ...data } } };
    const headers = { ...staff, 'if-match': `"${version}"` };
    return stage.api<Saved & { code?: string }>('PUT', `/destination-rules/${rule.id}`, headers, input);
  };
  /** Somebody with a passport that was judged by the rules as they are. */
  const holder = async (visit: StagedVisit, expiresOn: string, setUp = {}): Promise<StagedTraveller> => {
    const who = await stage.traveller(visit, setUp);
    const passports = [passport(expiresOn)];
    const [row] = await stage.query<{ first: string; last: string }>(
      'SELECT first_day::text AS first, last_day::text AS last FROM visits WHERE id = $1',
      [visit.id],
    );
    const { rules, groups } = await new ReadRules(sealing.dataSource).all();
    const trip = { country: 'ES', firstDay: row?.first ?? '', lastDay: row?.last ?? '' };
    const judgement = judgeTravelPapers(passports, trip, rules, groups);
    await sealing.transactions.run(async (manager) => {
      const subject = { kind: 'traveller' as const, id: who.id, visitId: visit.id };
      await sealing.details.keep(manager, subject, 'passport', JSON.stringify(passports));
      await manager.query(
        `INSERT INTO readiness_marks (traveller_id, item, status, judgement, judged_at)
         VALUES ($1, 'passport', $2, $3, now())`,
        [who.id, judgement.status, JSON.stringify(judgement)],
      );
    });
    return who;
  };
  const statusOf = async ({ id }: StagedTraveller) => {
    const [row] = await stage.query<{ status: string }>(
      'SELECT status FROM readiness_marks WHERE traveller_id = $1',
      [id],
    );
    return row?.status;
  };
  const mailsTo = async (who: StagedTraveller) =>
    (
      await stage.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM outbox WHERE type = 'study-visits.mail-requested.v1' AND payload::text LIKE $1`,
        [`%${who.email}%`],
      )
    )[0]?.n;

  it('come with an installation, each with its source, and say that nobody has checked them yet', async () => {
    const rules = await all();
    expect(
      rules.map(({ rule, nationals }) => `${rule.kind} ${nationals ?? 'everybody'}`).toSorted(byText),
    ).toEqual([
      'authorisation everybody',
      'border everybody',
      'emergency everybody',
      'emergency everybody',
      'passport everybody',
      'passport everybody',
      'passport free-movement',
      'stay everybody',
    ]);
    for (const { source, checkedOn } of rules) {
      expect(source).toMatch(/^https:\/\//);
      expect(checkedOn).toBeNull();
    }
  });

  it('judge passports at their edges by the rows there are', async () => {
    const { rules, groups } = await new ReadRules(sealing.dataSource).all();
    const trip = { country: 'IT', entry: '2028-02-29', leaving: '2028-03-06' };
    const verdict = (issuedOn: string, expiresOn: string, nationality: string) =>
      judgePassports([{ issuedOn, expiresOn, nationality }], trip, rules, groups)?.verdict;
    const soon = Temporal.PlainDate.from(trip.leaving).add({ months: 3 });
    expect(verdict('2018-03-01', soon.toString(), 'GB')).toBe('good');
    expect(verdict('2018-02-28', soon.toString(), 'GB')).toBe('bad');
    expect(verdict('2018-03-01', soon.subtract({ days: 1 }).toString(), 'GB')).toBe('bad');
    expect(verdict('2017-01-01', trip.leaving, 'IE')).toBe('good');
    expect(verdict('2017-01-01', '2028-03-05', 'IE')).toBe('bad');
    expect(judgePassports([], { ...trip, country: 'GB' }, rules, groups)?.verdict).toBe('not-needed');
  });

  it('that change judge everybody anew, say whose mark changed, and are told to those for whom it is worse', async () => {
    const coming = await stage.visit({ status: 'confirmed', title: 'Coming' });
    const over = await stage.visit({ status: 'over', title: 'Over' });
    // Three months after 16 March 2035 is 16 June.
    const [fine, far, past] = [
      await holder(coming, '2035-07-01'),
      await holder(coming, '2036-12-31'),
      await holder(over, '2035-07-01'),
    ];
    const nowhere = await holder(coming, '2035-07-01', { email: null, name: 'Without an address' });
    const gone = await holder(coming, '2035-07-01', { status: 'withdrawn' });
    expect(await Promise.all([fine, far, past, nowhere].map(statusOf))).toEqual([
      'done',
      'done',
      'done',
      'done',
    ]);
    const rule = await schengen();
    const { status, body } = await change(rule, { validMonths: 6 });
    expect([status, body.changed, body.told]).toEqual([200, 2, 1]);
    expect(await Promise.all([fine, far, past, nowhere, gone].map(statusOf))).toEqual([
      'wrong',
      'done',
      'done',
      'wrong',
      'done',
    ]);
    expect(await Promise.all([fine, far, past].map(mailsTo))).toEqual([1, 0, 0]);
    const shown = await stage.api<{ marks: object[]; changes: object[] }>(
      'GET',
      `/destination-rule-changes/${body.changeId}`,
      staff,
    );
    expect(shown.body.marks).toEqual([
      expect.objectContaining({ travellerId: fine.id, before: 'done', after: 'wrong', isTold: true }),
      expect.objectContaining({ travellerId: nowhere.id, before: 'done', after: 'wrong', isTold: false }),
    ]);
    expect(shown.body.changes).toHaveLength(1);
    const page = await (
      await fetch(`${stage.url}/visits/manage/rules/changes/${body.changeId}`, { headers: staff })
    ).text();
    expect(page).toContain('2 marks became another, 2 of them for the worse; 1 traveller was written to.');
    const history = await stage.query<{ action: string }>(
      'SELECT action FROM visit_history WHERE visit_id = $1',
      [coming.id],
    );
    expect(history.map(({ action }) => action)).toEqual([
      'Passports judged anew, as a rule changed: 2 marks became another',
    ]);
    // Back again is for the better: it is listed, and nobody is written to.
    const back = await change(await schengen(), { validMonths: 3 });
    expect([back.body.changed, back.body.told]).toEqual([2, 0]);
    expect(await statusOf(fine)).toBe('done');
    expect(await mailsTo(fine)).toBe(1);
  });

  it('are not changed by a second press, nor over somebody else’s change', async () => {
    const rule = await schengen();
    const first = await change(rule, { issuedWithinYears: 9 });
    expect(first.status).toBe(200);
    const again = await change(rule, { issuedWithinYears: 9 });
    expect([again.status, again.body.changeId]).toEqual([200, null]);
    const other = await change(rule, { issuedWithinYears: 8 });
    expect([other.status, other.body.code]).toEqual([412, 'edited-meanwhile']);
    expect((await change(await schengen(), { issuedWithinYears: 10 })).status).toBe(200);
  });

  it('count for what is told while they change', async () => {
    const visit = await stage.visit({ status: 'confirmed' });
    const who = await stage.traveller(visit);
    const rule = await schengen();
    const tell = () =>
      stage.api(
        'PUT',
        `/traveller-links/${who.secret}/readiness/passport`,
        { 'if-match': '"0"' },
        {
          passports: [passport('2035-07-01')],
        },
      );
    // Another process changes the rule: it has judged everybody there is, and has not ended yet.
    const keeper = sealing.dataSource.createQueryRunner();
    await keeper.connect();
    await keeper.startTransaction();
    await keeper.query(`SELECT pg_advisory_xact_lock('destination_rules'::regclass::oid::bigint)`);
    await keeper.query(
      `UPDATE destination_rules SET data = jsonb_set(data, '{validMonths}', '6'), version = version + 1 WHERE id = $1`,
      [rule.id],
    );
    let isTold = false;
    const telling = tell().finally(() => (isTold = true));
    await until(async () => {
      const waiting = await stage.query(
        `SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
         WHERE NOT l.granted AND a.datname = current_database()`,
      );
      return isTold || waiting.length > 0;
    });
    await keeper.commitTransaction();
    await keeper.release();
    expect((await telling).status).toBe(200);
    expect(await statusOf(who)).toBe('wrong');
    expect((await change(await schengen(), { validMonths: 3 })).status).toBe(200);
    expect(await statusOf(who)).toBe('done');
  });

  it('are added from a day on, and removed again; what will not do is refused', async () => {
    const visit = await stage.visit({ status: 'confirmed' });
    const who = await holder(visit, '2035-07-01');
    const rule = await schengen();
    const later = {
      ...asInput(rule),
      validFrom: '2035-03-11',
      rule: { kind: 'passport', data: { ...rule.rule.data, validMonths: 12 } },
    };
    const key = { ...staff, 'idempotency-key': 'add-a-rule' };
    const added = await stage.api<Saved & { about: string }>('POST', '/destination-rules', key, later);
    expect(added.status).toBe(201);
    const again = await stage.api<Saved & { about: string }>('POST', '/destination-rules', key, later);
    expect(again.body).toEqual(added.body);
    expect(await statusOf(who)).toBe('wrong');
    const headers = { ...staff, 'if-match': '"1"' };
    const removed = await stage.api('DELETE', `/destination-rules/${added.body.about}`, headers);
    expect(removed.status).toBe(200);
    expect(await statusOf(who)).toBe('done');
    const refused = await stage.api<{ errors: { field: string; code: string }[] }>(
      'POST',
      '/destination-rules',
      staff,
      {
        ...later,
        destination: 'atlantis',
        source: 'javascript:alert(1)',
        checkedOn: '2099-01-01',
        rule: { kind: 'passport', data: { ...rule.rule.data, validMonths: -1 } },
      },
    );
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map(({ field, code }) => [field, code])).toEqual([
      ['destination', 'unknown-choice'],
      ['validMonths', 'too-small'],
      ['source', 'not-an-address'],
      ['checkedOn', 'in-the-future'],
    ]);
  });

  it('are judged anew when the days of a visit or the countries of a group change', async () => {
    const visit = await stage.visit({ status: 'confirmed' });
    const who = await holder(visit, '2035-07-01');
    const path = `/visits/${visit.id}`;
    const kept = await stage.api<Record<string, unknown>>('GET', path, staff);
    const days = async (lastDay: string) => {
      const now = await stage.api<Record<string, unknown>>('GET', path, staff);
      const names = [
        'title',
        'slug',
        'region',
        'country',
        'zone',
        'firstDay',
        'summary',
        'description',
        'places',
      ];
      const more = [
        'priceIncludes',
        'applicationsOpenAt',
        'applicationsCloseAt',
        'decisionOn',
        'acceptanceDays',
      ];
      const input = Object.fromEntries([...names, ...more].map((name) => [name, now.body[name]]));
      const headers = { ...staff, 'if-match': `"${String(now.body['version'])}"` };
      return stage.api<{ detail?: string }>('PUT', path, headers, { ...input, lastDay });
    };
    // Three months after 2 April 2035 is 2 July.
    expect(await days('2035-04-02')).toMatchObject({ status: 200 });
    expect([await statusOf(who), await mailsTo(who)]).toEqual(['wrong', 1]);
    expect(await days(String(kept.body['lastDay']))).toMatchObject({ status: 200 });
    expect(await statusOf(who)).toBe('done');
    const group = await stage.api<{
      title: string;
      countries: string[];
      source: string;
      checkedOn: null;
      version: number;
    }>('GET', '/country-groups/schengen', staff);
    const { title, countries, source, checkedOn, version } = group.body;
    const put = (list: readonly string[], seen: number) =>
      stage.api<Saved>(
        'PUT',
        '/country-groups/schengen',
        { ...staff, 'if-match': `"${seen}"` },
        { title, countries: list, source, checkedOn },
      );
    expect(
      (
        await put(
          countries.filter((code) => code !== 'ES'),
          version,
        )
      ).status,
    ).toBe(200);
    // There is no rule for Spain any more.
    expect(await statusOf(who)).toBe('unsure');
    expect((await put(countries, version + 1)).status).toBe(200);
    expect(await statusOf(who)).toBe('done');
  });
});
