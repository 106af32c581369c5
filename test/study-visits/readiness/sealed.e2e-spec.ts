import { randomUUID } from 'node:crypto';
import { onAnotherConnection, type Actor } from '#platform';
import { emptying } from '../../emptying.js';
import { runDue } from '../../run-due.js';
import { until } from '../../until.js';
import {
  staffPerson,
  startVisits,
  type StagedTraveller,
  type StagedVisit,
  type VisitsStage,
} from '../stage.js';
import { keyText, startSealing, type Sealing } from './sealing.js';

const [old, next] = [keyText('old'), keyText('2027')];

describe('sensitive details', () => {
  let stage: VisitsStage;
  let visit: StagedVisit;
  const open: Sealing[] = [];

  const sealing = async (...keys: string[]): Promise<Sealing> => {
    const made = await startSealing(stage, keys.join(','));
    open.push(made);
    return made;
  };
  const subjectOf = ({ id }: StagedTraveller) => ({ kind: 'traveller' as const, id, visitId: visit.id });
  const read = async ({ transactions, details }: Sealing, who: StagedTraveller, field: string) =>
    (
      await transactions.run((manager) => details.look(manager, null, subjectOf(who), [field], 'To test it'))
    ).get(field);
  const keep = ({ transactions, details }: Sealing, who: StagedTraveller, field: string, text: string) =>
    transactions.run((manager) => details.keep(manager, subjectOf(who), field, text));

  beforeAll(async () => {
    stage = await startVisits();
    visit = await stage.visit();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.stop()));
    await stage.query(emptying('sensitive_details, sensitive_looks, sensitive_erasures CASCADE'));
  });
  afterAll(() => stage?.stop());

  it('do not open where a row was changed, or put in another’s place', async () => {
    const one = await sealing(old);
    const ada = await stage.traveller(visit);
    const ben = await stage.traveller(visit);
    await keep(one, ada, 'passport', 'AB1234567');
    await keep(one, ben, 'passport', 'CD7654321');
    await keep(one, ben, 'dietary', 'Coeliac');
    expect(await read(one, ben, 'passport')).toBe('CD7654321');
    const refusal = { status: 409, code: 'cannot-be-opened' };
    // Ada's number as if it were Ben's.
    await stage.query(
      `UPDATE sensitive_details SET sealed = (SELECT sealed FROM sensitive_details WHERE subject_id = $1)
       WHERE subject_id = $2 AND field = 'passport'`,
      [ada.id, ben.id],
    );
    await expect(read(one, ben, 'passport')).rejects.toMatchObject(refusal);
    // His own, of another kind.
    await stage.query(
      `UPDATE sensitive_details SET sealed = (SELECT sealed FROM sensitive_details
         WHERE subject_id = $1 AND field = 'dietary') WHERE subject_id = $1 AND field = 'passport'`,
      [ben.id],
    );
    await expect(read(one, ben, 'passport')).rejects.toMatchObject(refusal);
    await stage.query(
      `UPDATE sensitive_details SET sealed = set_byte(sealed, length(sealed) - 20, (get_byte(sealed, length(sealed) - 20) + 1) % 256)
       WHERE subject_id = $1`,
      [ada.id],
    );
    await expect(read(one, ada, 'passport')).rejects.toMatchObject(refusal);
    expect(await read(one, ben, 'dietary')).toBe('Coeliac');
  });

  it('are given another key while they are read and changed, and nothing is lost', async () => {
    const before = await sealing(old);
    const people: StagedTraveller[] = [];
    for (let index = 0; index < 40; index += 1) people.push(await stage.traveller(visit));
    const written = new Map<string, string>();
    for (const who of people) {
      for (const field of ['passport', 'dietary', 'access']) {
        const text = `${field} ${randomUUID()}`;
        await keep(before, who, field, text);
        written.set(`${who.id} ${field}`, text);
      }
    }
    // During a change over, some processes still seal with the older key and others with the newer; all open both.
    const older = await sealing(old, next);
    const newer = await sealing(next, old);
    const third = await sealing(next, old);
    const rotation = { isOver: false };
    let looks = 0;
    const change = async (own: Sealing, mine: readonly StagedTraveller[]) => {
      for (let round = 0; !rotation.isOver || round < 2; round += 1) {
        for (const who of mine) {
          const text = `changed ${randomUUID()}`;
          await keep(own, who, 'dietary', text);
          written.set(`${who.id} dietary`, text);
        }
      }
    };
    const look = async () => {
      do {
        for (const who of people) {
          expect(await read(newer, who, 'passport')).toBe(written.get(`${who.id} passport`));
          looks += 1;
        }
      } while (!rotation.isOver);
    };
    const rotate = async () => {
      for (let round = 0; round < 5; round += 1) await Promise.all([newer.reseal.run(), third.reseal.run()]);
      rotation.isOver = true;
    };
    await Promise.all([
      change(older, people.slice(0, 20)),
      change(newer, people.slice(20)),
      look(),
      rotate(),
    ]);
    expect(looks).toBeGreaterThanOrEqual(people.length);
    await newer.reseal.run();
    const keys = await stage.query(
      'SELECT key_id, count(*)::int AS n FROM sensitive_details GROUP BY key_id',
    );
    expect(keys).toEqual([{ key_id: '2027', n: 120 }]);
    // The older key is not needed any more.
    const after = await sealing(next);
    for (const who of people) {
      for (const field of ['passport', 'dietary', 'access'])
        expect(await read(after, who, field)).toBe(written.get(`${who.id} ${field}`));
    }
  });

  it('that somebody is changing while they are sealed anew keep the change', async () => {
    const before = await sealing(old);
    const after = await sealing(next, old);
    const who = await stage.traveller(visit);
    await keep(before, who, 'dietary', 'What was there');
    let isDone = false;
    const resealing = await before.transactions.run(async (manager) => {
      await before.details.keep(manager, subjectOf(who), 'dietary', 'What was changed');
      const run = onAnotherConnection(() => after.reseal.run()).finally(() => (isDone = true));
      // Whoever does not pass the row over waits for it here, with what it read before.
      await until(async () => {
        const waiting = await stage.query(
          `SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
           WHERE NOT l.granted AND a.datname = current_database()`,
        );
        return isDone || waiting.length > 0;
      });
      return { run };
    });
    await resealing.run;
    expect(await read(after, who, 'dietary')).toBe('What was changed');
    expect(await after.reseal.run()).toEqual({ resealed: 1, left: 0 });
    expect(await read(after, who, 'dietary')).toBe('What was changed');
  });

  it('of a key that is not here stay as they are, are told of, and open once it is back', async () => {
    const before = await sealing(keyText('lost'));
    const kept = await sealing(old);
    const who = await stage.traveller(visit);
    await keep(before, who, 'access', 'Uses a wheelchair');
    await keep(kept, who, 'dietary', 'Vegan');
    const after = await sealing(next, old);
    expect(await after.reseal.run()).toEqual({ resealed: 1, left: 1 });
    expect(after.logged.join('\n')).toContain('sealed with a key that is not here');
    expect(after.logged.join('\n')).not.toMatch(/wheelchair|Vegan/);
    expect(await read(after, who, 'dietary')).toBe('Vegan');
    await expect(read(after, who, 'access')).rejects.toMatchObject({ code: 'cannot-be-opened' });
    expect(await read(before, who, 'access')).toBe('Uses a wheelchair');
    const staff = await stage.headers(staffPerson);
    const page = await (await fetch(`${stage.url}${visit.manage}/sensitive-data`, { headers: staff })).text();
    expect(page).toContain(
      '1 detail of all visits is sealed with the key “lost”, which this installation does not have.',
    );
    const { body } = await stage.api<{ olderKeys: unknown }>(
      'GET',
      `/visits/${visit.id}/sensitive-data`,
      staff,
    );
    expect(body.olderKeys).toEqual([
      { keyId: '2027', count: 1, isHere: false },
      { keyId: 'lost', count: 1, isHere: false },
    ]);
  });

  it('go from the application to the traveller, and nowhere else', async () => {
    const one = await sealing(old);
    const who = await stage.traveller(visit);
    const application = { kind: 'application' as const, id: randomUUID(), visitId: visit.id };
    const agreed = new Date('2026-05-01T10:00:00Z');
    await one.transactions.run((manager) =>
      one.details.keep(manager, application, 'access', 'Needs a lift', { consentAt: agreed }),
    );
    const moved = await one.transactions.run((manager) =>
      one.details.moveTo(manager, application, subjectOf(who)),
    );
    expect(moved).toEqual(['access']);
    expect(await read(one, who, 'access')).toBe('Needs a lift');
    expect(await stage.query('SELECT subject_kind, consent_at FROM sensitive_details')).toEqual([
      { subject_kind: 'traveller', consent_at: agreed },
    ]);
  });

  it('note each look with its reason, and none that failed', async () => {
    const one = await sealing(old);
    const who = await stage.traveller(visit, { name: 'Ada Example' });
    await keep(one, who, 'passport', 'AB1234567');
    const actor = {
      identity: { personId: staffPerson.id, name: 'Sam Staff', actor: null },
      requestId: 'r',
    } as unknown as Actor;
    const look = (why: string, fails: boolean) =>
      one.transactions.run(async (manager) => {
        await one.details.look(manager, actor, subjectOf(who), ['passport', 'dietary'], why);
        if (fails) throw new Error('broken off');
      });
    await expect(look('Broken off', true)).rejects.toThrow('broken off');
    await look('The airline asks', false);
    const staff = await stage.headers(staffPerson);
    const path = `/visits/${visit.id}/sensitive-data/looks`;
    const { body } = await stage.api<{ items: object[] }>('GET', path, staff);
    expect(body.items).toEqual([
      expect.objectContaining({
        personName: 'Sam Staff',
        subjectName: 'Ada Example',
        fields: ['passport'],
        why: 'The airline asks',
      }),
    ]);
  });

  it('are erased 30 days after whatever ended it, with a certificate, and not a day before', async () => {
    const one = await sealing(old);
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const at = (offset: number) => `${day(offset)}T12:00:00Z`;
    const of = async (columns: Record<string, unknown>, status: 'over' | 'cancelled' | 'confirmed') =>
      stage.visit({ title: `Visit ${randomUUID()}`, status, columns });
    const [due, later, cancelled, coming] = [
      await of({ first_day: day(-40), last_day: day(-31) }, 'over'),
      await of({ first_day: day(-40), last_day: day(-28) }, 'over'),
      await of({ changed_at: at(-31) }, 'cancelled'),
      await of({}, 'confirmed'),
    ];
    const fill = async (of: StagedVisit, setUp = {}, eraseAfter: string | null = null) => {
      const who = await stage.traveller(of, setUp);
      await one.transactions.run(async (manager) => {
        const subject = { kind: 'traveller' as const, id: who.id, visitId: of.id };
        await one.details.keep(manager, subject, 'passport', 'AB1234567', { eraseAfter });
        await one.details.keep(manager, subject, 'dietary', 'Vegan', { eraseAfter });
      });
      return who.id;
    };
    await fill(due);
    await fill(due);
    const kept = [await fill(later), await fill(coming), await fill(coming, {}, day(2))];
    await fill(cancelled);
    const left = { status: 'withdrawn', columns: { withdrawn_at: at(-31) } };
    await fill(coming, left);
    await fill(coming, {}, day(-1));
    kept.push(await fill(coming, { status: 'withdrawn', columns: { withdrawn_at: at(-28) } }));
    await runDue(stage.system, 'study-visits', 'erase-sensitive-details');
    const rows = await stage.query<{ id: string }>(
      'SELECT DISTINCT subject_id AS id FROM sensitive_details ORDER BY subject_id',
    );
    expect(rows.map(({ id }) => id)).toEqual(kept.toSorted());
    const certificates = await stage.query(
      'SELECT visit_id, people, erased FROM sensitive_erasures ORDER BY people, visit_id',
    );
    const two = { dietary: 2, passport: 2 };
    expect(certificates).toHaveLength(3);
    expect(certificates).toEqual(
      expect.arrayContaining([
        { visit_id: due.id, people: 2, erased: two },
        { visit_id: cancelled.id, people: 1, erased: { dietary: 1, passport: 1 } },
        { visit_id: coming.id, people: 2, erased: two },
      ]),
    );
    const staff = await stage.headers(staffPerson);
    const page = await fetch(`${stage.url}${due.manage}/sensitive-data`, { headers: staff });
    expect(await page.text()).toContain('the details of 2 people (What they eat: 2, Passports: 2)');
  });
});
