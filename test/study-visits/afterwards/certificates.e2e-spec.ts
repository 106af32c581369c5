import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPdf } from '../../../libs/pdf/src/testing/read-pdf.js';
import { runDue } from '../../run-due.js';
import type { StagedTraveller, StagedVisit } from '../stage.js';
import { startAfterwards, type AfterwardsStage } from './afterwards-stage.js';

interface CertificateBody {
  readonly number: string;
  readonly holds: boolean;
  readonly name: string;
  readonly days: number;
  readonly minutes: number;
  readonly code?: string;
}

describe('certificates of attendance', () => {
  let stage: AfterwardsStage;
  beforeAll(async () => {
    stage = await startAfterwards();
  });
  afterAll(() => stage?.stop());

  const issue = () => runDue(stage.system, 'study-visits', 'issue-certificates');
  const own = ({ secret }: StagedTraveller) =>
    stage.api<CertificateBody>('GET', `/traveller-links/${secret}/certificate`, {});
  const step = ({ id }: StagedVisit, who: StagedTraveller, what: string, body: object = {}) =>
    stage.api<CertificateBody>('POST', `/visits/${id}/certificates/${who.id}/${what}`, stage.staff, body);
  const check = (number: string) => stage.api<CertificateBody>('GET', `/certificates/${number}`, {});

  /** Two hours at a host, the second of which is a session, and a dinner. */
  const attended = async (who: StagedTraveller) => {
    const items = [
      ['visit', '09:00', '11:00'],
      ['session', '10:00', '11:00'],
      ['meal', '18:00', '20:00'],
    ] as const;
    for (const [kind, from, to] of items) {
      const facts = { kind, title: kind, startsAt: `2026-03-11T${from}:00Z`, endsAt: `2026-03-11T${to}:00Z` };
      await stage.query(
        `INSERT INTO own_items (traveller_id, item_id, facts, is_off, sequence, changed_at)
         VALUES ($1, gen_random_uuid(), $2, false, 0, now())`,
        [who.id, JSON.stringify(facts)],
      );
    }
  };

  it('are for those who travelled, once the visit is over, and say how long they were at hosts', async () => {
    const visit = await stage.over(1);
    const coming = await stage.visit({ status: 'confirmed' });
    const [ada, gone] = [
      await stage.traveller(visit, { name: 'Ada Siân Ŵyn' }),
      await stage.traveller(visit, { status: 'withdrawn' }),
    ];
    const later = await stage.traveller(coming);
    await attended(ada);
    await issue();
    const { body } = await own(ada);
    expect(body).toMatchObject({ holds: true, name: 'Ada Siân Ŵyn', days: 6, minutes: 120 });
    for (const other of [gone, later]) expect((await own(other)).status).toBe(404);
    // Again it stays the same one.
    await issue();
    expect((await own(ada)).body.number).toBe(body.number);
    const file = await fetch(`${stage.url}/visits/travellers/${ada.secret}/certificate.pdf`);
    const pdf = await readPdf(Buffer.from(await file.arrayBuffer()));
    expect(pdf).toMatchObject({ isMarked: true, showsTitle: true, language: 'en-GB' });
    expect(pdf.pages.flatMap(({ untagged }) => untagged)).toEqual([]);
    const text = pdf.pages.map((page) => page.text).join(' ');
    for (const words of ['Ada Siân Ŵyn', body.number, '6 days', '2 hours', 'took part in'])
      expect(text).toContain(words);
    for (const { secret } of [gone, later]) {
      const refused = await fetch(`${stage.url}/visits/travellers/${secret}/certificate.pdf`);
      expect(refused.status).toBe(404);
    }
  });

  it('are looked up by their number, and hold until they are withdrawn', async () => {
    const visit = await stage.over(1);
    const who = await stage.traveller(visit, { name: 'Bo Example' });
    await issue();
    const { number } = (await own(who)).body;
    const lookUp = (typed: string) => stage.text(`/visits/certificates?number=${encodeURIComponent(typed)}`);
    expect(await lookUp(` ${number.toLowerCase().replace('-', ' ')}`)).toContain('Bo Example');
    expect(await lookUp('K7M4QD-34RTHC')).toContain('There is no certificate with this number');
    expect((await check('nothing')).status).toBe(404);
    expect((await step(visit, who, 'withdraw', { why: ' ' })).status).toBe(422);
    await step(visit, who, 'withdraw', { why: 'They stayed at home.' });
    const again = await step(visit, who, 'withdraw', { why: 'Another reason.' });
    expect(again.body).toMatchObject({ holds: false, withdrawnWhy: 'They stayed at home.' });
    const page = await lookUp(number);
    expect(page).toContain('was withdrawn');
    expect(page).not.toContain('Bo Example');
    expect(page).not.toContain('stayed at home');
    expect((await check(number)).body).toMatchObject({ holds: false, name: '' });
    expect((await own(who)).status).toBe(404);
    // A new one is not given behind the back of whoever withdrew it.
    await issue();
    expect((await own(who)).status).toBe(404);
    await stage.form(`${visit.manage}/certificates/${who.id}/restore`, {}, stage.staff);
    expect((await own(who)).body.number).toBe(number);
  });

  it('are nothing that strangers see or change', async () => {
    const visit = await stage.over(1);
    const other = await stage.over(1);
    const [who, stranger] = [await stage.traveller(visit), await stage.traveller(other)];
    await issue();
    expect((await step(other, who, 'withdraw', { why: 'Of another visit.' })).status).toBe(404);
    const visitor = { ...stage.own };
    for (const path of [
      `${visit.manage}/certificates`,
      `${visit.manage}/certificates/${who.id}/certificate.pdf`,
    ]) {
      expect([401, 403, 404]).toContain((await fetch(stage.url + path, { headers: visitor })).status);
    }
    expect((await own(stranger)).body.number).not.toBe((await own(who)).body.number);
  });
});
