import type { StagedTraveller, StagedVisit } from '../stage.js';
import { startReadiness, type MarkBody, type ReadinessStage } from './readiness-stage.js';
import { marks, secrets, told } from './told.js';

interface ReadyBody {
  readonly travellerId: string;
  readonly open: number;
  readonly marks: Readonly<Record<string, MarkBody>>;
}

const statuses = (body: { readonly marks: Readonly<Record<string, MarkBody>> }) =>
  Object.fromEntries(Object.entries(body.marks).map(([item, { status }]) => [item, status]));

describe('readiness', () => {
  let stage: ReadinessStage;
  let visit: StagedVisit;

  beforeAll(async () => {
    stage = await startReadiness();
  });
  beforeEach(async () => {
    visit = await stage.visit({ status: 'confirmed' });
    await stage.onlyTold(visit);
  });
  afterAll(() => stage?.stop());

  const matrix = async () =>
    (await stage.api<{ items: ReadyBody[] }>('GET', `/visits/${visit.id}/readiness`, stage.staff)).body.items;
  const page = async (path: string, headers = stage.staff) => {
    const response = await fetch(stage.url + path, { headers });
    return { status: response.status, text: await response.text() };
  };

  it('is what was told, and says what nobody was asked yet', async () => {
    const who = await stage.traveller(visit);
    await stage.traveller(visit, { status: 'withdrawn' });
    const [before] = await matrix();
    expect(before).toMatchObject({ travellerId: who.id, open: 6 });
    expect(statuses(before as ReadyBody)).toMatchObject({
      passport: 'missing',
      insurance: 'missing',
      'emergency-contact': 'missing',
      dietary: 'missing',
      access: 'missing',
      consent: 'missing',
    });
    await stage.tellAll(who);
    const ready = await matrix();
    expect(ready).toHaveLength(1);
    expect(ready[0]?.open).toBe(0);
    expect(JSON.stringify(ready)).not.toMatch(new RegExp(marks.join('|').replaceAll('+', '\\+'), 'i'));
  });

  it('takes the better of two passports, and explains each', async () => {
    const who = await stage.traveller(visit);
    const short = { number: 'AA1112223', nationality: 'GB', issuedOn: '2020-01-01', expiresOn: '2035-04-01' };
    const answer = await stage.tell(who, 'passport', { passports: [short] });
    expect(answer.body.marks['passport']).toEqual({
      status: 'wrong',
      words: 'issued 10 years or longer before the visit begins; not valid for 3 months after the visit',
    });
    const irish = { ...short, number: 'BB3334445', nationality: 'IE' };
    const both = await stage.tell(who, 'passport', { passports: [{ ...short, number: '' }, irish] }, 1);
    expect(both.body.marks['passport']).toEqual({ status: 'done', words: null });
    const { text } = await page(`/visits/travellers/${who.secret}/ready`, {});
    expect(text).toContain(
      'First passport: issued 10 years or longer before the visit begins; not valid for 3 months after the visit',
    );
    expect(text).toContain('Second passport: good for this visit (this one counts)');
    expect(text).not.toMatch(/1112223|3334445/);
    // The first number was left blank, and is the one that was there.
    const look = await stage.api<{ passport: { number: string }[] }>(
      'POST',
      `/visits/${visit.id}/readiness/${who.id}/looks`,
      stage.staff,
      { items: ['passport'], why: 'To see what is kept' },
    );
    expect(look.body.passport.map(({ number }) => number)).toEqual(['AA1112223', 'BB3334445']);
  });

  it('says that a passport without its date of expiry may do or may not', async () => {
    const who = await stage.traveller(visit);
    const open = { number: 'AA1112223', nationality: 'GB', issuedOn: '2026-01-01', expiresOn: null };
    const { body } = await stage.tell(who, 'passport', { passports: [open] });
    expect(body.marks['passport']).toEqual({ status: 'unsure', words: 'the day of expiry is not given' });
    expect(body.open).toBe(6);
  });

  it('judges an insurance by the days of the visit', async () => {
    const who = await stage.traveller(visit);
    const { body } = await stage.tell(who, 'insurance', { ...told.insurance, until: '2035-03-15' });
    expect(body.marks['insurance']).toEqual({ status: 'wrong', words: 'it ends before the last day' });
    const better = await stage.tell(who, 'insurance', { ...told.insurance, until: '2035-03-16' }, 1);
    expect(better.body.marks['insurance']?.status).toBe('done');
  });

  it('keeps health only with consent, and takes nothing as an answer', async () => {
    const who = await stage.traveller(visit);
    const refused = await stage.tell(who, 'dietary', { text: secrets.diet, hasAgreed: false });
    expect([refused.status, refused.body.code]).toEqual([422, 'fields-need-attention']);
    expect(await stage.query('SELECT 1 FROM sensitive_details WHERE subject_id = $1', [who.id])).toEqual([]);
    expect((await stage.tell(who, 'dietary')).status).toBe(200);
    const none = await stage.tell(who, 'access', { text: null, hasAgreed: false });
    expect(none.body.marks['access']?.status).toBe('done');
    const rows = await stage.query<{ field: string; agreed: boolean }>(
      'SELECT field, consent_at IS NOT NULL AS agreed FROM sensitive_details WHERE subject_id = $1 ORDER BY field',
      [who.id],
    );
    expect(rows).toEqual([
      { field: 'access', agreed: false },
      { field: 'dietary', agreed: true },
    ]);
  });

  it('is saved once by two presses, and never over a change that was not seen', async () => {
    const who = await stage.traveller(visit);
    expect((await stage.tell(who, 'emergency-contact')).status).toBe(200);
    const again = await stage.tell(who, 'emergency-contact');
    expect([again.status, again.body.versions['emergency-contact']]).toEqual([200, 1]);
    const other = await stage.tell(who, 'emergency-contact', {
      ...told['emergency-contact'],
      phone: '0161 496 0000',
    });
    expect([other.status, other.body.code]).toEqual([412, 'edited-meanwhile']);
    const path = `/visits/travellers/${who.secret}/ready/emergency-contact`;
    const values = {
      name: 'Somebody Else',
      relation: 'Friend',
      phone: '0161 496 0000',
      email: '',
      version: '0',
    };
    const form = await stage.form(path, values, stage.own);
    const shown = await form.text();
    expect(form.status).toBe(409);
    expect(shown).toContain('This was changed after you opened it');
    expect(shown).toContain('Somebody Else');
    // Saved again from that page, it takes the place of the other.
    const version = /name="version" value="(\d+)"/.exec(shown)?.[1] ?? '';
    expect((await stage.form(path, { ...values, version }, stage.own)).status).toBe(303);
  });

  it('shows staff what was told in the answer to a press that says why, and nowhere else', async () => {
    const who = await stage.traveller(visit);
    await stage.tellAll(who);
    const path = `${visit.manage}/readiness/${who.id}`;
    for (const address of [
      visit.manage + '/readiness',
      path,
      ...Object.keys(told).map((item) => `${path}/${item}`),
    ]) {
      const { status, text } = await page(address);
      expect(status).toBe(200);
      for (const mark of marks) expect(text.toLowerCase()).not.toContain(mark.toLowerCase());
    }
    const withoutWhy = await stage.form(`${path}/look`, { items: 'passport', why: ' ' }, stage.staff);
    const refused = await withoutWhy.text();
    expect(withoutWhy.status).toBe(422);
    expect(refused).toContain('Say why you have to see it.');
    expect(refused).not.toContain(secrets.number);
    expect(await stage.query('SELECT 1 FROM sensitive_looks WHERE subject_id = $1', [who.id])).toEqual([]);
    const look = await stage.form(
      `${path}/look`,
      { items: 'passport', why: 'To book the flights' },
      stage.staff,
    );
    const shown = await look.text();
    expect(look.status).toBe(200);
    expect(look.headers.get('cache-control')).toContain('no-store');
    expect(shown).toContain(secrets.number);
    expect(shown).not.toContain(secrets.diet);
    const looks = await stage.query(
      'SELECT fields, person_name, why FROM sensitive_looks WHERE subject_id = $1',
      [who.id],
    );
    expect(looks).toEqual([{ fields: ['passport'], person_name: 'Sam Example', why: 'To book the flights' }]);
  });

  it('leaves a traveller’s own look behind, and hides all but the end of a passport’s number', async () => {
    const who = await stage.traveller(visit);
    await stage.tellAll(who);
    const own = `/visits/travellers/${who.secret}/ready`;
    const shown = await page(`${own}/passport`, {});
    expect(shown.text).toContain('••••••321');
    expect(shown.text).not.toContain(secrets.number);
    expect((await page(`${own}/dietary`, {})).text).toContain(secrets.diet);
    const looks = await stage.query<{ fields: string[]; person_name: string }>(
      'SELECT fields, person_name FROM sensitive_looks WHERE subject_id = $1 ORDER BY id',
      [who.id],
    );
    expect(looks.map(({ fields, person_name: name }) => [...fields, name])).toEqual([
      ['passport', 'By their own link'],
      ['dietary', 'By their own link'],
    ]);
  });

  it('asks for nothing that staff say nobody needs', async () => {
    await stage.traveller(visit);
    const path = `/visits/${visit.id}/readiness-settings`;
    const settings = {
      notNeeded: ['insurance', 'rooming', 'travel', 'deposit', 'balance'],
      isChasing: false,
      chaseDays: [7, 30],
    };
    const headers = { ...stage.staff, 'if-match': '"1"' };
    const saved = await stage.api('PUT', path, headers, settings);
    expect(saved).toMatchObject({ status: 200, body: { ...settings, chaseDays: [30, 7], version: 2 } });
    expect((await stage.api('PUT', path, headers, settings)).status).toBe(200);
    const late = await stage.api('PUT', path, headers, { ...settings, isChasing: true });
    expect(late.status).toBe(412);
    const [ready] = await matrix();
    expect(ready?.open).toBe(5);
    expect(statuses(ready as ReadyBody)).toMatchObject({ insurance: 'not-needed', deposit: 'not-needed' });
  });

  it('is taken out as a file with states in words, and nothing of what was told', async () => {
    const [done, open] = [
      await stage.traveller(visit, { name: 'Ada Done' }),
      await stage.traveller(visit, { name: '=HYPERLINK("x")' }),
    ];
    await stage.tellAll(done);
    const { status, text } = await page(`${visit.manage}/readiness/export.csv?sort=-open`);
    expect(status).toBe(200);
    const [head, first, second] = text.split(/\r?\n/);
    expect(head).toContain('Traveller');
    expect(first).toContain(open.name.slice(1, 10));
    expect(first).toContain('Missing');
    expect(second).toContain('Ada Done');
    expect(second).toContain('Done');
    for (const mark of marks) expect(text).not.toContain(mark);
  });

  it('ends with the visit: nothing more is taken, and what is not theirs is not found', async () => {
    const who = await stage.traveller(visit);
    await stage.query(`UPDATE visits SET status = 'over' WHERE id = $1`, [visit.id]);
    expect((await stage.tell(who, 'passport')).body.code).toBe('visit-ended');
    const coming = await stage.visit({ status: 'confirmed' });
    const left = await stage.traveller(coming, { status: 'withdrawn' });
    expect((await stage.tell(left, 'passport')).status).toBe(404);
    expect((await page(`/visits/travellers/${left.secret}/ready`, {})).status).toBe(404);
    const other = await stage.traveller(coming);
    expect((await page(`${visit.manage}/readiness/${other.id}`)).status).toBe(404);
    expect((await page(`${coming.manage}/readiness/${other.id}/rooming`)).status).toBe(404);
    const wrong = {
      ...other,
      secret: `${other.secret.slice(0, -1)}${other.secret.endsWith('A') ? 'B' : 'A'}`,
    };
    expect((await stage.tell(wrong as StagedTraveller, 'passport')).status).toBe(404);
  });
});
