import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makePdf } from '../../../libs/uploads/src/testing/make-files.js';
import type { Fields } from '../../members/browsing.js';
import { boxes, coach, exempt, signature, startSetUp, type SetUpStage } from './set-up-stage.js';

let stage: SetUpStage;
let path: string;

beforeAll(async () => {
  stage = await startSetUp();
  path = (await stage.visit({ title: 'Mondragon 2035', columns: { places: 3, price_pence: 100_000 } }))
    .manage;
});
afterAll(() => stage.stop());

describe('a budget', () => {
  it('says what is over, and what it comes to for each delegate', async () => {
    const { manage, id } = await stage.visit({ columns: { places: 3, price_pence: 100_000 } });
    expect(await stage.text(`${manage}/budget`)).toContain('No budget yet');
    const lines: readonly Fields[] = [
      { description: 'Flights', category: 'travel', plannedPence: '£1,000', actualPence: '1,200.50' },
      { description: 'Rooms', category: 'rooms', plannedPence: '2000' },
      {
        description: 'Interpreters',
        category: 'interpreters',
        plannedPence: '500',
        fundedPence: '250',
        fundedBy: '<b>A trust</b>',
      },
    ];
    for (const line of lines) {
      expect((await stage.send(`${manage}/budget/new`, line)).location).toBe(`${manage}/budget`);
    }
    await stage.traveller({ id });
    await stage.traveller({ id }, { columns: { funded: true } });
    await stage.traveller({ id }, { part: 'leader' });
    await stage.traveller({ id }, { status: 'withdrawn' });
    const text = await stage.text(`${manage}/budget`);
    expect(text).toContain('it will be £200.50 more than planned');
    // 3 places at £1,000, and £250 from a trust, for what costs £3,500.
    expect(text).toContain('If all 3 places are taken and it costs what was planned, £250.00 is short.');
    // One of two pays: £1,000 and £250, for £3,700.50.
    expect(text).toContain('With the 2 delegates who come so far, £2,450.50 is short.');
    // £3,500 by 3, and £3,700.50 by 2.
    expect(text).toContain('£1,166.67');
    expect(text).toContain('£1,850.25');
    const { html } = await stage.staff.get(`${manage}/budget`);
    expect(html).toContain('<svg');
    expect(html).not.toContain('<b>A trust');
    const file = await stage.staff.get(`${manage}/budget/export.csv`);
    expect(file.headers.get('content-disposition')).toContain('.csv');
    expect(file.html).toContain('Travel there and back,Flights,1000.00,1200.50,,');
    expect((await stage.staff.get(`${manage}/budget/export.xlsx`)).status).toBe(200);
    expect((await stage.staff.get(`${manage}/budget/export.doc`)).status).toBe(404);
  });

  it.each([
    ['-1', 'plannedPence'],
    ['1.234', 'plannedPence'],
    ['much', 'plannedPence'],
    ['99999999999999', 'plannedPence'],
  ])('is not %s', async (plannedPence, field) => {
    const wrong = await stage.send(`${path}/budget/new`, { description: 'Space', plannedPence });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain(`id="${field}-error"`);
  });

  it('asks who gives money, and how much', async () => {
    const who = await stage.send(`${path}/budget/new`, {
      description: 'X',
      plannedPence: '1',
      fundedPence: '1',
    });
    expect(who.html).toContain('id="fundedBy-error"');
    const much = await stage.send(`${path}/budget/new`, {
      description: 'X',
      plannedPence: '1',
      fundedBy: 'A trust',
    });
    expect(much.html).toContain('id="fundedPence-error"');
  });

  it('is changed by versions, also of a visit that is over, and deleted harmlessly twice', async () => {
    const { manage, id } = await stage.visit({ status: 'over' });
    await stage.send(`${manage}/budget/new`, { description: 'Coach', plannedPence: '900' });
    const [line] = await stage.query<{ id: string }>(
      'SELECT id FROM visit_budget_lines WHERE visit_id = $1',
      [id],
    );
    const edit = `${manage}/budget/${line?.id}/edit`;
    expect((await stage.send(edit, { actualPence: '950' })).location).toBe(`${manage}/budget`);
    expect((await stage.send(edit, { actualPence: '950', version: '1' })).status).toBe(303);
    const late = await stage.send(edit, { actualPence: '960', version: '1' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('value="960"');
    const remove = `${manage}/budget/${line?.id}/delete`;
    expect((await stage.staff.post(remove)).location).toBe(`${manage}/budget`);
    expect((await stage.staff.post(remove)).location).toBe(`${manage}/budget`);
    expect((await stage.staff.get(edit)).status).toBe(404);
  });
});

describe('a risk assessment', () => {
  it('is signed as it stands, and says what changed since', async () => {
    const { manage, id } = await stage.visit();
    const risks = `${manage}/risks`;
    expect((await stage.staff.get(`${risks}/sign`)).location).toBe(risks);
    expect((await stage.send(`${risks}/new`, coach)).location).toBe(risks);
    const slips = { ...coach, hazard: 'Somebody slips', likelihood: '3', severity: '2' };
    await stage.send(`${risks}/new`, slips);
    const text = await stage.text(risks);
    expect(text).toContain('2 risks, 1 of them high or very high');
    expect(text.indexOf('The coach has an accident')).toBeLessThan(text.indexOf('Somebody slips'));
    const unticked = await stage.send(`${risks}/sign`, { role: '' });
    expect(unticked.status).toBe(422);
    expect(unticked.html).toContain('id="role-error"');
    expect(unticked.html).toContain('id="agrees-error"');
    expect((await stage.send(`${risks}/sign`, signature)).location).toBe(risks);
    expect(await stage.text(risks)).toContain('This is version 1, signed by');
    expect((await stage.staff.get(`${risks}/sign`)).location).toBe(risks);

    const [risk] = await stage.query<{ id: string }>(
      `SELECT id FROM visit_risks WHERE visit_id = $1 AND hazard = 'Somebody slips'`,
      [id],
    );
    await stage.send(`${risks}/${risk?.id}/edit`, { likelihood: '4' });
    const changed = await stage.text(risks);
    expect(changed).toContain('Changed since it was signed on');
    expect(changed).toContain('Risk: 8, medium');
    await stage.send(`${risks}/${risk?.id}/edit`, { likelihood: '3' });
    expect(await stage.text(risks)).toContain('This is version 1, signed by');
    await stage.send(`${risks}/${risk?.id}/edit`, { measures: 'Shoes with good soles.' });
    expect((await stage.send(`${risks}/sign`, signature)).location).toBe(risks);
    expect(await stage.text(risks)).toContain('This is version 2, signed by');
    expect(await stage.text(`${manage}/history`)).toContain('Risk assessment signed off, version 2');
  });

  it('is not signed by somebody who read another one', async () => {
    const { manage } = await stage.visit();
    const risks = `${manage}/risks`;
    await stage.send(`${risks}/new`, coach);
    const { html } = await stage.staff.get(`${risks}/sign`);
    const seen = /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? '';
    await stage.send(`${risks}/new`, { ...coach, hazard: 'Food makes somebody ill' });
    const refused = await stage.staff.post(`${risks}/sign`, { ...signature, seen });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('It was changed after you opened the page');
    expect(refused.html).toContain('Food makes somebody ill');
    expect(
      await stage.query('SELECT FROM visit_sign_offs WHERE kind = $1 AND visit_id = $2', [
        'risks',
        manage.split('/').at(-1),
      ]),
    ).toHaveLength(0);
    // What is shown now can be signed.
    expect((await stage.send(`${risks}/sign`, signature)).location).toBe(risks);
  });

  it('says beside each field what is wrong', async () => {
    const wrong = await stage.send(`${path}/risks/new`, {
      hazard: ' ',
      likelihood: '9',
      ...boxes('reviewOn', '2035-02-30'),
    });
    expect(wrong.status).toBe(422);
    for (const field of ['hazard', 'atRisk', 'measures', 'likelihood', 'severity', 'reviewOn']) {
      expect(wrong.html).toContain(`id="${field}-error"`);
    }
  });
});

describe('package travel', () => {
  it('is considered in words, and what follows is said', async () => {
    const { manage } = await stage.visit();
    const page = `${manage}/package-travel`;
    expect(await stage.text(page)).toContain('Nobody has answered the questions yet');
    const blank = await stage.send(`${page}/edit`);
    for (const field of ['combines', 'overnight', 'occasional', 'notForProfit', 'limitedGroup']) {
      expect(blank.html).toContain(`id="${field}-error"`);
    }
    const unreasoned = await stage.send(`${page}/edit`, { ...exempt, reasons: '' });
    expect(unreasoned.html).toContain('id="reasons-error"');
    const unprotected = await stage.send(`${page}/edit`, { ...exempt, limitedGroup: 'no' });
    expect(unprotected.html).toContain('id="protection-error"');
    expect((await stage.send(`${page}/edit`, exempt)).location).toBe(page);
    expect(await stage.text(page)).toContain('It is exempt: offered occasionally, not for profit');
    const late = await stage.send(`${page}/edit`, { reasons: 'Otherwise.', version: '0' });
    expect(late.status).toBe(409);
    expect((await stage.send(`${page}/edit`, { version: '0' })).location).toBe(page);
  });
});

describe('documents', () => {
  const upload = async (
    to: string,
    { name, bytes, audience = 'staff' }: { name: string; bytes: Uint8Array<ArrayBuffer>; audience?: string },
  ) => {
    const form = new FormData();
    form.set('once', crypto.randomUUID());
    form.set('file', new Blob([bytes]), name);
    form.set('note', '<i>The programme</i>');
    form.set('audience', audience);
    const headers = {
      ...(await stage.headers({ id: 'sam', roles: ['staff'] })),
      'sec-fetch-site': 'same-origin',
    };
    return fetch(`${stage.url}${to}/documents`, { method: 'POST', body: form, headers, redirect: 'manual' });
  };

  it('are had by those whom they are for, and by nobody else', async () => {
    const visit = await stage.visit();
    const robin = await stage.traveller(visit);
    const gone = await stage.traveller(visit, { status: 'withdrawn' });
    const other = await stage.traveller(await stage.visit());
    const bytes = Uint8Array.from(await makePdf());
    for (const audience of ['staff', 'travellers', 'everyone']) {
      expect((await upload(visit.manage, { name: `../${audience}.pdf`, bytes, audience })).status).toBe(303);
    }
    const rows = await stage.query<{ id: string; name: string }>(
      'SELECT id, name FROM visit_documents WHERE visit_id = $1 ORDER BY name',
      [visit.id],
    );
    expect(rows.map(({ name }) => name)).toEqual(['everyone.pdf', 'staff.pdf', 'travellers.pdf']);
    const statusOf = async (address: string) => (await fetch(`${stage.url}${address}`)).status;
    const had = async (base: string) =>
      Promise.all(rows.map(({ id }) => statusOf(`${base}/documents/${id}`)));
    expect(await had(`/visits/${visit.slug}`)).toEqual([200, 404, 404]);
    expect(await had(`/visits/travellers/${robin.secret}`)).toEqual([200, 404, 200]);
    expect(await had(`/visits/travellers/${gone.secret}`)).toEqual([200, 404, 404]);
    expect(await had(`/visits/travellers/${other.secret}`)).toEqual([404, 404, 404]);
    expect(await had(visit.manage)).toEqual([403, 403, 403]);
    const page = await (await fetch(`${stage.url}/visits/${visit.slug}`)).text();
    expect(page).toContain(`/documents/${rows[0]?.id}`);
    expect(page).not.toContain(`/documents/${rows[2]?.id}`);
    expect(page).not.toContain('<i>The programme');
    const file = await stage.staff.get(`${visit.manage}/documents/${rows[1]?.id}`);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="staff.pdf"');
    const remove = `${visit.manage}/documents/${rows[0]?.id}/delete`;
    expect((await stage.staff.post(remove)).location).toBe(`${visit.manage}/documents`);
    expect((await stage.staff.post(remove)).location).toBe(`${visit.manage}/documents`);
    expect(await had(`/visits/${visit.slug}`)).toEqual([404, 404, 404]);
  });

  it('of a draft are nobody’s but the staff’s', async () => {
    const draft = await stage.visit({ status: 'draft' });
    await upload(draft.manage, {
      name: 'a.csv',
      bytes: new TextEncoder().encode('a,b\n1,2\n'),
      audience: 'everyone',
    });
    const [row] = await stage.query<{ id: string }>('SELECT id FROM visit_documents WHERE visit_id = $1', [
      draft.id,
    ]);
    expect((await fetch(`${stage.url}/visits/${draft.slug}/documents/${row?.id}`)).status).toBe(404);
  });

  it('are refused beside the field where they are too large or of another kind: a TIFF of 50 MB is both', async () => {
    const tiff = new Uint8Array(50 * 1024 * 1024);
    tiff.set([0x49, 0x49, 0x2a, 0x00]);
    const large = await upload(path, { name: 'receipt.tiff', bytes: tiff });
    expect(large.status).toBe(413);
    expect(await large.text()).toContain('The file is larger than 10 MB. Choose a smaller one');
    const small = await upload(path, { name: 'receipt.tiff', bytes: tiff.slice(0, 1000) });
    expect(small.status).toBe(422);
    const words = await small.text();
    expect(words).toContain('id="file-error"');
    expect(words).toContain('“receipt.tiff” is not a PDF, a PNG picture, a JPEG picture or a CSV file');
    const nobody = await upload(path, {
      name: 'a.csv',
      bytes: new TextEncoder().encode('a\n'),
      audience: 'x',
    });
    expect(await nobody.text()).toContain('id="audience-error"');
    expect((await stage.send(`${path}/documents`)).status).toBe(415);
  });
});
