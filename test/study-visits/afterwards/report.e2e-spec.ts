import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPdf } from '../../../libs/pdf/src/testing/read-pdf.js';
import { insert } from '../stage.js';
import { startAfterwards, type AfterwardsStage } from './afterwards-stage.js';

interface Report {
  readonly learned: string;
  readonly version: number;
  readonly cameTrue: readonly { readonly hazard: string }[];
  readonly costs: readonly { readonly category: string | null; readonly actualPerHead: number | null }[];
  readonly organisations: readonly { readonly name: string; readonly delegates: number }[];
  readonly code?: string;
}

describe('the report for the board', () => {
  let stage: AfterwardsStage;
  beforeAll(async () => {
    stage = await startAfterwards();
  });
  afterAll(() => stage?.stop());

  const stageReport = async () => {
    const visit = await stage.over(3);
    for (const [name, organisationName] of [
      ['Ada Hidden', 'Oldtown Council'],
      ['Bo Hidden', 'Oldtown Council'],
      ['Cy Hidden', 'Newtown Council'],
    ] as const) {
      await stage.traveller(visit, { name, organisationName });
    }
    const risk = randomUUID();
    await insert(stage.query, 'visit_risks', {
      id: risk,
      visit_id: visit.id,
      hazard: 'The coach is late',
      at_risk: 'All',
      likelihood: 2,
      severity: 2,
      measures: 'Leave early.',
      responsible: '',
      version: 1,
    });
    await insert(stage.query, 'visit_budget_lines', {
      id: randomUUID(),
      visit_id: visit.id,
      category: 'food',
      description: 'Dinners',
      planned_pence: 10_000,
      actual_pence: 10_000,
      funded_pence: 0,
      funded_by: '',
      version: 1,
    });
    const put = (version: number, body: object) =>
      stage.api<Report>(
        'PUT',
        `/visits/${visit.id}/report`,
        { ...stage.staff, 'if-match': `"${version}"` },
        body,
      );
    return { visit, risk, put };
  };

  it('is what staff write, with who went and what it cost each, and names nobody', async () => {
    const { visit, risk, put } = await stageReport();
    const written = { learned: 'That it can be done.', cameTrue: [{ riskId: risk, words: 'By an hour.' }] };
    const { body } = await put(0, written);
    expect(body).toMatchObject({
      learned: 'That it can be done.',
      cameTrue: [{ hazard: 'The coach is late' }],
      organisations: [
        { name: 'Oldtown Council', delegates: 2 },
        { name: 'Newtown Council', delegates: 1 },
      ],
      costs: [
        { category: 'food', actualPerHead: 3333 },
        { category: null, actualPerHead: 3333 },
      ],
      version: 1,
    });
    const page = await stage.text(`${visit.manage}/report`, stage.staff);
    const file = await fetch(`${stage.url}${visit.manage}/report/report.pdf`, { headers: stage.staff });
    const pdf = await readPdf(Buffer.from(await file.arrayBuffer()));
    expect(pdf).toMatchObject({ isMarked: true, showsTitle: true, language: 'en-GB' });
    expect(pdf.pages.flatMap(({ untagged }) => untagged)).toEqual([]);
    const printed = pdf.pages.map(({ text }) => text).join(' ');
    for (const shown of [page, printed]) {
      for (const words of ['3 delegates of 2 organisations', '£33.33', 'By an hour.', 'Oldtown Council'])
        expect(shown).toContain(words);
      expect(shown).not.toContain('Hidden');
    }
    const history = await stage.text(`${visit.manage}/history`, stage.staff);
    expect(history).toContain('Report for the board written');
  });

  it('loses neither of two changes', async () => {
    const { visit, put } = await stageReport();
    await put(0, { learned: 'First' });
    const late = await put(0, { learned: 'Second' });
    expect([late.status, late.body.code]).toEqual([412, 'edited-meanwhile']);
    const path = `${visit.manage}/report/edit`;
    const sent = { purpose: '', learned: 'Second', recommendations: '', version: '0' };
    const refused = await stage.form(path, sent, stage.staff);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Second');
    // A second press finds its work done.
    expect((await stage.form(path, { ...sent, learned: 'First' }, stage.staff)).status).toBe(303);
    const { body } = await stage.api<Report>('GET', `/visits/${visit.id}/report`, stage.staff);
    expect(body).toMatchObject({ learned: 'First', version: 1 });
  });
});
