import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ownPath, payer, startInvoicing, type Invoicing } from '../invoicing/invoicing-stage.js';
import { stageApplication, stageOffer } from '../selection/selection-stage.js';
import { insert, staffPerson, type StagedVisit, type VisitsStage } from '../stage.js';

describe('a visit that is called off', () => {
  let own: Invoicing;
  let stage: VisitsStage;
  let api: Record<string, string>;

  beforeAll(async () => {
    own = await startInvoicing();
    ({ stage } = own);
    api = await stage.headers({ ...staffPerson, via: 'api' });
  });
  afterAll(() => own?.stop());

  const callOff = (visit: StagedVisit, version = 1) =>
    stage.api<{ code?: string }>(
      'POST',
      `/visits/${visit.id}/status`,
      { ...api, 'if-match': `"${version}"` },
      { status: 'cancelled', reason: 'Our hosts are on strike.' },
    );
  /** Who was written to, and what their mail says it means. */
  const mails = ({ title }: StagedVisit) =>
    stage.query<{ to: string; text: string }>(
      `SELECT payload #>> '{to,address}' AS to, payload ->> 'text' AS text FROM outbox
       WHERE type = 'study-visits.mail-requested.v1' AND payload ->> 'subject' = 'Called off: ' || $1 ORDER BY 1`,
      [title],
    );

  it('tells everybody once with the reason, credits all that was invoiced, and ends offers', async () => {
    const title = 'Trento';
    const visit = await stage.visit({
      title,
      // By the rules of whoever withdraws nothing would be given back.
      columns: { refunds: '[]', decision_on: '2034-12-20' },
    });
    const paying = await own.oneMore(visit, { name: 'Pat Paying', email: 'a-paying@example.org' });
    await own.send(ownPath(paying), payer);
    await own.heard(paying, 'issued');
    await own.oneMore(visit, { email: 'b-not-invoiced@example.org' });
    await own.oneMore(visit, { email: 'c-leader@example.org', part: 'leader' });
    await own.oneMore(visit, { email: 'withdrawn@example.org', status: 'withdrawn' });
    await own.oneMore(visit, { email: null });
    const [offered, applied, gone] = await Promise.all([
      stageApplication(stage, visit, { columns: { email: 'd-offered@example.org' } }),
      stageApplication(stage, visit, { columns: { email: 'e-applied@example.org' } }),
      stageApplication(stage, visit, {
        columns: { email: 'gone@example.org', status: 'withdrawn', withdrawn_at: '2026-02-03T00:00:00Z' },
      }),
    ]);
    // Somebody who is written to as a traveller already, at the same address.
    await stageApplication(stage, visit, { columns: { email: 'B-Not-Invoiced@example.org' } });
    await stageOffer(stage, visit, offered);
    for (const [application, email, status] of [
      [applied, 'f-referee@example.org', 'asked'],
      [applied, 'given@example.org', 'given'],
      [gone, 'of-gone@example.org', 'asked'],
    ] as const)
      await insert(stage.query, 'application_references', {
        id: randomUUID(),
        application_id: application.id,
        name: 'Rae Referee',
        email,
        relation: 'Manager',
        status,
        text: status === 'given' ? 'Take them.' : null,
        secret_hash: Buffer.from(randomUUID()),
        asked_at: '2026-02-02T00:00:00Z',
        given_at: status === 'given' ? '2026-02-03T00:00:00Z' : null,
        version: 1,
      });
    expect((await callOff(visit)).status).toBe(200);
    const sent = await mails(visit);
    expect(sent.map(({ to }) => to)).toEqual([
      'a-paying@example.org',
      'b-not-invoiced@example.org',
      'c-leader@example.org',
      'd-offered@example.org',
      'e-applied@example.org',
      'f-referee@example.org',
    ]);
    for (const { text } of sent) expect(text).toContain('Our hosts are on strike.');
    expect(
      sent.map(
        ({ text }) =>
          /credited|nothing to pay|a mail like this one|application ends|not needed/.exec(
            text.replaceAll(/\s+/g, ' '),
          )?.[0],
      ),
    ).toEqual([
      'credited',
      'nothing to pay',
      'a mail like this one',
      'nothing to pay',
      'application ends',
      'not needed',
    ]);
    await own.heard(paying, 'credited');
    const [offer] = await stage.query<{ status: string }>(
      'SELECT status FROM offers WHERE application_id = $1',
      [offered.id],
    );
    expect(offer?.status).toBe('withdrawn');
    const answer = await stage.api<{ code?: string }>(
      'POST',
      `/application-links/${offered.secret}/offer`,
      {},
      { answer: 'accept' },
    );
    expect([answer.status, answer.body.code]).toEqual([409, 'visit-ended']);
    // Pressed once more, nobody is written to again and nothing is credited twice.
    expect((await callOff(visit, 2)).status).toBe(422);
    expect(await mails(visit)).toHaveLength(6);
  });

  it('tells nobody where it is not called off after all', async () => {
    const visit = await stage.visit({ title: 'Not called off' });
    await own.oneMore(visit);
    const bare = await stage.api(
      'POST',
      `/visits/${visit.id}/status`,
      { ...api, 'if-match': '"1"' },
      { status: 'cancelled', reason: ' ' },
    );
    expect(bare.status).toBe(422);
    expect(await mails(visit)).toEqual([]);
  });
});
