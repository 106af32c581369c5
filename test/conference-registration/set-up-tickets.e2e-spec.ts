import { formIn } from '../events-calendar/staff-pages/form-in.js';
import { textOf } from '../members/browsing.js';
import { boxes, startSetUp, type SetUpStage } from './set-up-stage.js';

let stage: SetUpStage;
let send: SetUpStage['send'];
beforeAll(async () => {
  stage = await startSetUp();
  send = stage.send;
});
afterAll(() => stage.stop());

/** A conference with nothing on offer. */
const empty = async () => (await stage.staged({ tickets: {} })).path;

const pricesOf = (name: string) =>
  stage.query<{ category: string; until: string; pence: number }>(
    `SELECT p.category, p.until::text, p.pence FROM prices p JOIN ticket_types t ON t.id = p.ticket_type_id
     WHERE t.name = $1 ORDER BY 2, 1`,
    [name],
  );

async function ticketId(name: string): Promise<string> {
  const [row] = await stage.query<{ id: string }>('SELECT id FROM ticket_types WHERE name = $1', [name]);
  if (!row) throw new Error(`there is no ${name}`);
  return row.id;
}

const versionOf = async (path: string) => {
  const [row] = await stage.query<{ version: number }>('SELECT version FROM conferences WHERE id = $1', [
    path.split('/').at(-1),
  ]);
  return row?.version ?? 0;
};

describe('tickets and prices', () => {
  it('say how to begin where there are none, and have a price for each category and early days', async () => {
    const path = await empty();
    expect(await stage.text(`${path}/tickets`)).toContain('Nothing is on offer yet');
    const answer = await send(`${path}/tickets/new`, {
      name: 'Whole conference',
      'price.full': '£195',
      'price.non-member': '1,295.50',
      ...boxes('early.1.until', '2035-06-30'),
      'early.1.price.full': '150',
      days: [],
      vat: 'other',
      otherVat: '17.5',
      most: '6',
    });
    expect([answer.status, answer.location]).toEqual([303, `${path}/tickets`]);
    expect(await pricesOf('Whole conference')).toEqual([
      { category: 'full', until: '2035-06-30', pence: 15_000 },
      { category: 'full', until: '9999-12-31', pence: 19_500 },
      { category: 'non-member', until: '9999-12-31', pence: 129_550 },
    ]);
    const said = await stage.text(`${path}/tickets`);
    for (const words of [
      'Whole conference',
      'Until 30 June 2035',
      '£150.00 £195.00',
      'No price No price',
      'Non-member £1,295.50 £1,295.50',
      '17.5% VAT',
      'at most 6 in one booking',
      '0 places confirmed, 0 held',
    ]) {
      expect(said).toContain(words);
    }
    expect(await versionOf(path)).toBe(2);
    const [revision] = await stage.query<{ action: string; person_name: string }>(
      'SELECT action, person_name FROM conference_revisions WHERE conference_id = $1',
      [path.split('/').at(-1)],
    );
    expect(revision).toEqual({ action: 'added the ticket “Whole conference”', person_name: 'Sam Example' });
  });

  it('are made once, however often the button is pressed, also at the same moment', async () => {
    const path = await empty();
    const form = { ...formIn((await stage.staff.get(`${path}/tickets/new`)).html), name: 'Pressed twice' };
    const answers = await Promise.all([1, 2].map(() => stage.staff.post(`${path}/tickets/new`, form)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await stage.query(`SELECT FROM ticket_types WHERE name = 'Pressed twice'`)).toHaveLength(1);
  });

  it.each([
    ['a blank name', { name: ' ' }, 'Enter the name that people choose it by.'],
    ['a name too long', { name: 'x'.repeat(201) }, 'This has 201 characters. Shorten it to 200 or fewer.'],
    ['a negative price', { 'price.full': '-1' }, 'The price must be £0 or more.'],
    ['a fraction of a penny', { 'price.full': '1.005' }, 'Enter the price in pounds'],
    ['a formula', { 'price.full': '=1+1' }, 'Enter the price in pounds'],
    ['a huge price', { 'price.full': '9'.repeat(30) }, 'The price must be £100,000 or less.'],
    [
      'an early price without a day',
      { 'early.1.price.full': '5' },
      'Enter the last day of these early prices',
    ],
    [
      'an early price after the conference',
      { ...boxes('early.1.until', '2036-01-01'), 'early.1.price.full': '5', 'price.full': '9' },
      'This is after the conference.',
    ],
    [
      'days in the wrong order',
      {
        ...boxes('early.1.until', '2035-06-30'),
        'early.1.price.full': '5',
        ...boxes('early.2.until', '2035-05-30'),
        'early.2.price.full': '6',
        'price.full': '9',
      },
      'Put the days in order.',
    ],
    [
      'an early price alone',
      { ...boxes('early.1.until', '2035-06-30'), 'early.1.price.full': '5' },
      'has an early price but no ordinary one',
    ],
    [
      'an early price that is higher',
      { ...boxes('early.1.until', '2035-06-30'), 'early.1.price.full': '10', 'price.full': '9' },
      'is higher than the one after it',
    ],
    ['a day that there is not', boxes('onSaleFrom', '2035-02-30'), 'must be a real date'],
    ['fewer at most than at least', { least: '4', most: '3' }, 'The largest number must be 4 or more'],
    ['a fractional number', { most: '1.5' }, 'Enter the largest number as a whole number'],
    ['a rate of VAT that is none', { vat: 'other', otherVat: '120' }, 'Enter the rate of VAT in per cent'],
    ['another conference’s day', { days: '2034-10-09' }, 'Choose days on which the conference is held.'],
    ['no kind', { kind: 'bundle' }, 'Say whether it is a ticket or an add-on.'],
  ])('%s is refused beside its field', async (_, fields, message) => {
    const path = await empty();
    const answer = await send(`${path}/tickets/new`, { name: 'Refused', ...fields });
    expect(answer.status).toBe(422);
    // Once in the summary, once at the field.
    expect(textOf(answer.html).split(message).length - 1).toBeGreaterThanOrEqual(2);
    expect(
      await stage.query('SELECT FROM ticket_types WHERE conference_id = $1', [path.split('/').at(-1)]),
    ).toEqual([]);
  });

  it('show HTML, formulae, long names and any script as they were typed', async () => {
    const path = await empty();
    const names = ['<b onclick="x()">Both</b>', '=HYPERLINK("x")', '宴'.repeat(200), 'عشاء'];
    for (const name of names) expect((await send(`${path}/tickets/new`, { name })).status).toBe(303);
    const { html } = await stage.staff.get(`${path}/tickets`);
    expect(html).not.toContain('<b onclick');
    for (const name of names) expect(textOf(html)).toContain(name);
  });

  it('are changed, and what is sold keeps its price', async () => {
    const { path, tickets, id } = await stage.staged({ tickets: { Sold: {} } });
    const booked = await stage.book(id, { [tickets['Sold'] ?? '']: 1 });
    const edit = `${path}/tickets/${tickets['Sold']}/edit`;
    const form = formIn((await stage.staff.get(edit)).html);
    expect(form).toMatchObject({ name: 'Sold', 'price.full': '195', 'price.supporter': '195' });
    expect((await send(edit, { name: 'Sold on', 'price.full': '250' })).status).toBe(303);
    expect(await pricesOf('Sold on')).toContainEqual({
      category: 'full',
      until: '9999-12-31',
      pence: 25_000,
    });
    const places = await stage.query<{ net_pence: number }>(
      'SELECT net_pence FROM places WHERE conference_id = $1',
      [id],
    );
    expect([booked.status, ...places]).toEqual([201, { net_pence: 19_500 }]);
    // A second press is the same save.
    const again = await stage.staff.post(edit, { ...form, name: 'Sold on', 'price.full': '250' });
    expect(again.status).toBe(303);
  });

  it('do not lose what somebody else changed meanwhile', async () => {
    const { path, tickets } = await stage.staged({ tickets: { Shared: {} } });
    const edit = `${path}/tickets/${tickets['Shared']}/edit`;
    const mine = formIn((await stage.staff.get(edit)).html);
    await send(edit, { name: 'Shared by Sam' });
    const answer = await stage.staff.post(edit, { ...mine, name: 'Mine' });
    expect(answer.status).toBe(409);
    const said = textOf(answer.html);
    expect(said).toContain('Sam Example changed this ticket after you opened it');
    expect(said).toContain('Name: Shared → Shared by Sam');
    expect(answer.html).toContain('value="Mine"');
    expect((await stage.staff.post(edit, formIn(answer.html))).status).toBe(303);
    expect(await stage.text(`${path}/tickets`)).toContain('Mine');
  });

  it('are put in order by buttons, and a second press moves nothing further', async () => {
    const { path } = await stage.staged({ tickets: { One: {}, Two: {}, Three: {} } });
    const { html } = await stage.staff.get(`${path}/tickets`);
    const [up = ''] = [...html.matchAll(/value="(up [^"]+)"/g)].map(([, value]) => value ?? '').slice(-1);
    const press = () => stage.staff.post(`${path}/tickets/order`, { move: up });
    expect((await press()).status).toBe(303);
    expect((await press()).status).toBe(303);
    const names = [
      ...(await stage.staff.get(`${path}/tickets`)).html.matchAll(/id="ticket-[^"]+">([^<]+)</g),
    ];
    expect(names.map(([, name]) => name?.trim())).toEqual(['One', 'Three', 'Two']);
    expect((await stage.staff.post(`${path}/tickets/order`, { move: 'up nonsense' })).status).toBe(303);
  });

  it('are taken off sale and put back, deleted where nobody booked them, and kept where somebody did', async () => {
    const { path, id, tickets } = await stage.staged({ tickets: { Booked: {}, Unbooked: {} } });
    await stage.book(id, { [tickets['Booked'] ?? '']: 1 });
    const withdraw = (name: string) => `${path}/tickets/${tickets[name]}/withdraw`;
    expect(await stage.text(withdraw('Booked'))).toContain('It cannot be deleted, as it has been booked.');
    expect((await send(withdraw('Booked'), { do: 'delete' })).status).toBe(409);
    expect((await send(withdraw('Booked'), { do: '' })).status).toBe(422);
    expect((await send(withdraw('Booked'), { do: 'withdraw' })).status).toBe(303);
    expect((await stage.staff.post(withdraw('Booked'), { do: 'withdraw' })).status).toBe(303);
    expect(await stage.text(`${path}/tickets`)).toContain('Off sale');
    const next = await stage.book(id, { [tickets['Booked'] ?? '']: 1 });
    expect(next).toMatchObject({ status: 409, body: { code: 'not-on-sale' } });
    expect((await send(withdraw('Booked'), { do: 'restore' })).status).toBe(303);
    expect(await stage.text(`${path}/tickets`)).not.toContain('Off sale');
    expect((await send(withdraw('Unbooked'), { do: 'delete' })).status).toBe(303);
    expect((await stage.staff.post(withdraw('Unbooked'), { do: 'delete' })).status).toBe(303);
    expect(await stage.query('SELECT FROM ticket_types WHERE id = $1', [tickets['Unbooked']])).toEqual([]);
  });

  it('are not found at another conference, or at an address that is none', async () => {
    const { path, tickets } = await stage.staged({ tickets: { Here: {} } });
    const elsewhere = await empty();
    for (const wrong of [
      `${elsewhere}/tickets/${tickets['Here']}/edit`,
      `${elsewhere}/tickets/${tickets['Here']}/withdraw`,
      `${path}/tickets/no-id/edit`,
      '/conference/manage/no-id/tickets',
      '/conference/manage/no-id/tickets/new',
    ]) {
      expect((await stage.staff.get(wrong)).status).toBe(404);
      expect((await stage.staff.post(wrong.replace(/tickets$/, 'tickets/order'), {})).status).toBe(404);
    }
  });

  it('stay as they were once the conference is over', async () => {
    const { path, tickets } = await stage.staged({ tickets: { Past: {} }, columns: { status: 'over' } });
    const answer = await send(`${path}/tickets/${tickets['Past']}/edit`, { name: 'Changed' });
    expect(answer.status).toBe(409);
    expect(textOf(answer.html)).toContain('The conference is over, so what it offered stays as it was.');
    expect(await ticketId('Past')).toBe(tickets['Past']);
  });
});
