import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPdf, outlineOf } from '../../../libs/pdf/src/testing/read-pdf.js';
import { makeJpeg } from '../../../libs/uploads/src/testing/make-files.js';
import { staffPerson } from '../stage.js';
import { whileVisitLocked } from '../visit-locked.js';
import { marchRate, photo, startExpenses, taxi, withFile, type ExpensesStage } from './expenses-stage.js';

let stage: ExpensesStage;
beforeAll(async () => {
  stage = await startExpenses();
});
afterAll(() => stage?.stop());

const page = async (path: string) => {
  const response = await fetch(`${stage.url}${path}`, { headers: await stage.headers(staffPerson) });
  return { status: response.status, html: await response.text(), headers: response.headers };
};

describe('an expense', () => {
  it('is written, sent, agreed to, and paid back, and counts in the budget on its line', async () => {
    const visit = await stage.rated();
    const robin = await stage.traveller(visit);
    const line = await stage.staff('POST', `/visits/${visit.id}/budget`, {
      category: 'local-travel',
      description: 'Taxis',
      plannedPence: 1500,
    });
    const written = await stage.own(robin, 'POST', '', taxi);
    // €23.40 at £1 = €1.17 is £20.00.
    expect(written).toMatchObject({
      status: 201,
      body: {
        number: 1,
        state: 'written',
        pence: 2000,
        rate: { perPound: '1.17', fromDay: '2025-03-01', source: 'HMRC, March 2025' },
      },
    });
    const { id } = written.body;
    // Staff do not see what was not sent.
    expect((await page(`${visit.manage}/expenses`)).html).toContain('No expenses yet');
    expect(await stage.own(robin, 'POST', `/${id}/send`, undefined, 1)).toMatchObject({
      status: 200,
      body: { state: 'sent', version: 2 },
    });
    const path = `/visits/${visit.id}/expenses/${id}`;
    expect(await stage.staff('POST', `${path}/pay`, { on: '2025-03-20' }, 2)).toMatchObject({
      status: 409,
      body: { code: 'wrong-state' },
    });
    expect(await stage.staff('POST', `${path}/agree`, { budgetLineId: line.body.id }, 2)).toMatchObject({
      status: 200,
      body: { state: 'agreed', budgetLineId: line.body.id },
    });
    const budget = await stage.staff('GET', `/visits/${visit.id}/budget`);
    expect(budget.body).toMatchObject({
      items: [{ actualPence: null, expensesPence: 2000 }],
      totals: { plannedPence: 1500, actualPence: 2000, expectedPence: 2000 },
    });
    expect((await page(`${visit.manage}/budget`)).html).toContain('£20.00 of it expenses');
    expect(
      await stage.staff('POST', `${path}/pay`, { on: '2025-03-20', reference: 'BACS 7' }, 3),
    ).toMatchObject({
      status: 200,
      body: { state: 'paid', paid: { on: '2025-03-20', reference: 'BACS 7' } },
    });
    const own = await page(`/visits/travellers/${robin.secret}/expenses`);
    expect(own.html).toContain('£20.00 is paid back');
    const mails = await stage.query<{ text: string }>(
      `SELECT payload::text AS text FROM outbox WHERE payload::text LIKE $1`,
      [`%${robin.email ?? ''}%`],
    );
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('An expense is paid back: £20.00, Mondragon');
    const history = await page(`${visit.manage}/history`);
    expect(history.html).toContain('Expense 1 agreed to: £20.00');
    expect(history.html).not.toContain('Taxi to the station');
  });

  it('is refused with a reason, changed, and sent again', async () => {
    const visit = await stage.rated();
    const robin = await stage.traveller(visit);
    const { id } = await stage.sent(robin);
    const path = `/visits/${visit.id}/expenses/${id}`;
    expect(await stage.staff('POST', `${path}/refuse`, { why: ' ' }, 2)).toMatchObject({ status: 422 });
    await stage.staff('POST', `${path}/refuse`, { why: 'Which station?' }, 2);
    const seen = await page(`/visits/travellers/${robin.secret}/expenses/${id}`);
    expect(seen.html).toContain('Which station?');
    const changed = { ...taxi, what: 'Taxi to Bilbao station' };
    expect(await stage.own(robin, 'PUT', `/${id}`, changed, 3)).toMatchObject({
      status: 200,
      body: { state: 'written' },
    });
    expect(await stage.own(robin, 'POST', `/${id}/send`, undefined, 4)).toMatchObject({
      body: { state: 'sent', refusedWhy: '' },
    });
    // Nobody changes it while staff have it; it can be taken back.
    expect(await stage.own(robin, 'PUT', `/${id}`, taxi, 5)).toMatchObject({ body: { code: 'wrong-state' } });
    expect(await stage.own(robin, 'DELETE', `/${id}`)).toMatchObject({ status: 409 });
    expect(await stage.own(robin, 'POST', `/${id}/withdraw`, undefined, 5)).toMatchObject({
      body: { state: 'written' },
    });
  });

  it('needs a receipt, or a word on why there is none, before it is sent', async () => {
    const visit = await stage.rated();
    const robin = await stage.traveller(visit);
    const { body } = await stage.own(robin, 'POST', '', { ...taxi, noReceiptWhy: '' });
    expect(await stage.own(robin, 'POST', `/${body.id}/send`, undefined, 1)).toMatchObject({
      status: 409,
      body: { code: 'receipt-missing' },
    });
    const file = new FormData();
    file.append('file', new File([Uint8Array.from(makeJpeg())], '../taxi.JPG'));
    expect(await stage.own(robin, 'PUT', `/${body.id}/receipt`, file, 1)).toMatchObject({
      status: 200,
      body: { receipt: { name: 'taxi.jpg', mediaType: 'image/jpeg' }, version: 2 },
    });
    expect((await stage.own(robin, 'POST', `/${body.id}/send`, undefined, 2)).status).toBe(200);
    const download = await page(`${visit.manage}/expenses/${body.id}/receipt`);
    expect(download.headers.get('content-disposition')).toContain('taxi.jpg');
    expect(download.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('is refused in a currency without a rate, beside the field, with what to do', async () => {
    const visit = await stage.rated();
    const robin = await stage.traveller(visit);
    const swiss = { ...taxi, currency: 'CHF' };
    expect(await stage.own(robin, 'POST', '', swiss)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'currency', code: 'no-rate' }] },
    });
    // The day before the first rate has none either.
    expect(await stage.own(robin, 'POST', '', { ...taxi, day: '2025-02-28' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'currency', code: 'no-rate' }] },
    });
    const form = withFile({
      what: 'Cable car',
      'day.day': '12',
      'day.month': '3',
      'day.year': '2025',
      amount: '12,50',
      currency: 'CHF',
      paidWith: 'own',
      forWhom: 'claimant',
    });
    const response = await fetch(`${stage.url}/visits/travellers/${robin.secret}/expenses/new`, {
      method: 'POST',
      body: form,
      headers: { 'sec-fetch-site': 'same-origin' },
      redirect: 'manual',
    });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('id="currency-error"');
    expect(html).toContain('No rate for Swiss francs (CHF) is stated for 12 March 2025');
    expect(html).toContain('value="12,50"');
    expect(await stage.query('SELECT FROM expenses WHERE visit_id = $1', [visit.id])).toEqual([]);
  });

  it('keeps the rate that it was sent at, whatever is stated later', async () => {
    const visit = await stage.rated();
    const robin = await stage.traveller(visit);
    const { id } = await stage.sent(robin);
    const again = await stage.staff('POST', `/visits/${visit.id}/expense-rates`, marchRate);
    expect(again).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'fromDay', code: 'rate-there' }] },
    });
    const nearer = { ...marchRate, fromDay: '2025-03-10', perPound: '1.30' };
    expect((await stage.staff('POST', `/visits/${visit.id}/expense-rates`, nearer)).status).toBe(201);
    expect((await stage.own(robin, 'GET', `/${id}`)).body.pence).toBe(2000);
    // What is only written counts by what is stated as it is sent.
    expect((await stage.sent(robin)).pence).toBe(1800);
  });

  it('is one, however often its button is pressed, and is not decided about by two', async () => {
    const visit = await stage.rated();
    const robin = await stage.traveller(visit);
    const fields = {
      once: 'a-token-of-this-form',
      what: 'Tram',
      'day.day': '12',
      'day.month': '3',
      'day.year': '2025',
      amount: '4',
      currency: 'GBP',
      paidWith: 'own',
      forWhom: 'claimant',
    };
    const press = () =>
      fetch(`${stage.url}/visits/travellers/${robin.secret}/expenses/new`, {
        method: 'POST',
        body: withFile(fields, photo()),
        headers: { 'sec-fetch-site': 'same-origin' },
        redirect: 'manual',
      });
    const presses = await Promise.all([press(), press(), press()]);
    expect(presses.map(({ status }) => status)).toEqual([303, 303, 303]);
    const rows = await stage.query<{ id: string }>('SELECT id FROM expenses WHERE visit_id = $1', [visit.id]);
    expect(rows).toHaveLength(1);
    const { id } = await stage.sent(robin);
    const path = `/visits/${visit.id}/expenses/${id}`;
    const both = await whileVisitLocked(stage, visit.id, 2, () =>
      Promise.all([
        stage.staff('POST', `${path}/agree`, {}, 2, 'sam'),
        stage.staff('POST', `${path}/refuse`, { why: 'No.' }, 2, 'kim'),
      ]),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  it('is decided about by somebody else than whoever claims it', async () => {
    const visit = await stage.rated();
    const { body } = await stage.staff('POST', `/visits/${visit.id}/expenses`, taxi);
    expect(body).toMatchObject({ claimant: `person:${staffPerson.id}`, state: 'written' });
    const path = `/visits/${visit.id}/expenses/${body.id}`;
    await stage.staff('POST', `${path}/send`, undefined, 1);
    expect(await stage.staff('POST', `${path}/agree`, {}, 2)).toMatchObject({
      status: 409,
      body: { code: 'own-claim' },
    });
    expect((await page(`${visit.manage}/expenses/${body.id}`)).html).toContain('This is your own claim');
    expect((await stage.staff('POST', `${path}/agree`, {}, 2, 'kim')).status).toBe(200);
  });

  it('that was shared is parted among those whom it was for', async () => {
    const visit = await stage.rated();
    const [ada, bo, cy] = [
      await stage.traveller(visit, { name: 'Ada Ash' }),
      await stage.traveller(visit, { name: 'Bo Birch' }),
      await stage.traveller(visit, { name: 'Cy Cedar', part: 'leader' }),
    ];
    const dinner = { paidWith: 'visit', currency: 'GBP', amountMinor: 1000 };
    const some = await stage.sent(ada, { ...dinner, forWhom: 'some', forWords: 'Bo and I' });
    const all = await stage.sent(cy, { ...dinner, forWhom: 'everybody' });
    const agree = (id: string, input: object) =>
      stage.staff('POST', `/visits/${visit.id}/expenses/${id}/agree`, input, 2);
    expect(await agree(some.id, {})).toMatchObject({ body: { errors: [{ field: 'sharers' }] } });
    expect((await agree(some.id, { sharers: [ada.id, bo.id] })).status).toBe(200);
    expect((await agree(all.id, {})).status).toBe(200);
    // £10 by two, and £10 by three, whose odd penny is the first one's; nobody is owed the visit's own money.
    const { html } = await page(`${visit.manage}/expenses`);
    const text = html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(text).toContain('£20.00 is agreed in all; £0.00 of it is still to be paid back');
    expect(text).toMatch(/Ada Ash £0.00 £0.00 £0.00 £8.34/);
    expect(text).toMatch(/Bo Birch £0.00 £0.00 £0.00 £8.33 Claims nothing/);
    const csv = await page(`${visit.manage}/expenses/export.csv`);
    expect(csv.html).toContain('Ada Ash and Bo Birch');
    const pdf = await fetch(`${stage.url}/visits/travellers/${ada.secret}/expenses/sheet.pdf`);
    const read = await readPdf(Buffer.from(await pdf.arrayBuffer()));
    expect(read).toMatchObject({ title: 'Expenses of Ada Ash', language: 'en-GB' });
    expect(read.pages.flatMap(({ structure }) => outlineOf(structure)).join('\n')).toContain('Table');
  });
});

describe('a receipt', () => {
  it('of 50 MB, a TIFF, is refused with what to do, as it comes, and nothing is kept of it', async () => {
    const visit = await stage.rated();
    const robin = await stage.traveller(visit);
    const answer = await new Promise<{ status: number | undefined; html: string }>((resolve, reject) => {
      const sent = httpRequest(`${stage.url}/visits/travellers/${robin.secret}/expenses/new`, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=b', 'sec-fetch-site': 'same-origin' },
      });
      sent.on('error', reject);
      sent.on('response', (response) => {
        let html = '';
        response.on('data', (piece: Buffer) => (html += piece.toString()));
        response.on('end', () => resolve({ status: response.statusCode, html }));
      });
      const part = (name: string, value: string) =>
        `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
      sent.write(part('what', 'A dinner') + part('amount', '12.50') + part('currency', 'EUR'));
      sent.write(
        '--b\r\nContent-Disposition: form-data; name="file"; filename="scan.tiff"\r\nContent-Type: image/tiff\r\n\r\nII*\0',
      );
      const piece = Buffer.alloc(1024 * 1024);
      const pump = (left: number) => {
        if (left === 0) return sent.end('\r\n--b--\r\n');
        return sent.write(piece) ? setImmediate(pump, left - 1) : sent.once('drain', () => pump(left - 1));
      };
      pump(50);
    });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('id="file-error"');
    expect(answer.html).toContain(
      'This file is larger than 10 MB, so it was not kept. Take a photo of the receipt',
    );
    // What was typed is still there.
    expect(answer.html).toContain('value="A dinner"');
    expect(await stage.query('SELECT FROM expenses WHERE visit_id = $1', [visit.id])).toEqual([]);
  });

  it('that is small but a TIFF, or damaged, is refused at its field; through the API with 413 or 422', async () => {
    const visit = await stage.rated();
    const robin = await stage.traveller(visit);
    const { body } = await stage.own(robin, 'POST', '', taxi);
    const send = (bytes: Uint8Array<ArrayBuffer>) => {
      const form = new FormData();
      form.append('file', new File([bytes], 'scan.png'));
      return stage.own(robin, 'PUT', `/${body.id}/receipt`, form, 1);
    };
    const codes = [
      [new Uint8Array([0x49, 0x49, 0x2a, 0]), 422, 'file-not-accepted'],
      [Uint8Array.from(makeJpeg()).slice(0, 100), 422, 'file-damaged'],
      [new Uint8Array(10 * 1024 * 1024 + 1), 413, 'file-too-large'],
    ] as const;
    for (const [bytes, status, code] of codes) {
      expect(await send(bytes)).toMatchObject({ status, body: { errors: [{ field: 'file', code }] } });
    }
  });

  it('that is that of another expense already is pointed out to staff', async () => {
    const visit = await stage.rated();
    const robin = await stage.traveller(visit);
    for (const what of ['Lunch', 'Lunch again']) {
      const { body } = await stage.own(robin, 'POST', '', { ...taxi, what });
      const form = new FormData();
      form.append('file', photo(`${what}.png`, 'the same'));
      await stage.own(robin, 'PUT', `/${body.id}/receipt`, form, 1);
      await stage.own(robin, 'POST', `/${body.id}/send`, undefined, 2);
      const { html } = await page(`${visit.manage}/expenses/${body.id}`);
      expect(html.includes('The very same file is the receipt of expense 1')).toBe(what === 'Lunch again');
    }
  });
});

describe('nobody else', () => {
  it('comes to a traveller’s expenses: no other traveller, no other visit, nobody who is not signed in', async () => {
    const visit = await stage.rated();
    const [robin, other] = [await stage.traveller(visit), await stage.traveller(visit)];
    const elsewhere = await stage.rated();
    const { id } = await stage.sent(robin);
    expect((await stage.own(other, 'GET', `/${id}`)).status).toBe(404);
    expect((await stage.own(other, 'POST', `/${id}/withdraw`, undefined, 2)).status).toBe(404);
    expect((await stage.own(other, 'DELETE', `/${id}`)).status).toBe(404);
    for (const step of ['', '/receipt', '/edit', '/delete']) {
      const path = `${stage.url}/visits/travellers/${other.secret}/expenses/${id}${step}`;
      expect((await fetch(path)).status).toBe(404);
      expect((await page(`${elsewhere.manage}/expenses/${id}${step}`)).status).toBe(404);
    }
    const path = `/visits/${elsewhere.id}/expenses/${id}`;
    expect((await stage.staff('POST', `${path}/agree`, {}, 2)).status).toBe(404);
    expect((await fetch(`${stage.url}${visit.manage}/expenses`)).status).toBe(403);
  });

  it('writes once they have withdrawn; what they sent is still theirs to see', async () => {
    const visit = await stage.rated();
    const gone = await stage.traveller(visit, { status: 'withdrawn' });
    expect(await stage.own(gone, 'POST', '', taxi)).toMatchObject({ body: { code: 'has-withdrawn' } });
    expect((await stage.own(gone, 'GET', '')).status).toBe(200);
  });
});
