import type { Browser, BrowserContext, Page } from 'playwright-core';
import pg from 'pg';
import { openBrowser, signInByMail, startSystem, type System } from '#launcher';
import { faultsOf } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { startTelling, type Telling } from '../events-calendar/read-model/telling.js';

const wanda = 'wanda.twohats@rochdale-metropolitan-borough-council.example.org';
const jonty = 'jonty@tameside-council.example.org';
const iris = 'iris@knowsley-metropolitan-borough-council.example.org';

const phone = { width: 320, height: 640 };

let system: System;
let origin: string;
let browser: Browser;
let telling: Telling;
let tables: pg.Client;
let feeds: { readonly jonty: () => Promise<string>; readonly iris: () => Promise<string> };
let conference: { readonly id: string; readonly slug: string; readonly title: string };

beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem({ demo: true, mailbox: true }), openBrowser()]);
  origin = system.urls['shell'] ?? '';
  telling = await startTelling(system);
  tables = new pg.Client({ connectionString: system.databaseUrl('conference-registration') });
  await tables.connect();
  [conference = conference] = await ask<typeof conference>(
    `SELECT id, slug, title FROM conferences WHERE status = 'open'`,
  );
  // The time in which half is paid back has come.
  await ask(
    `UPDATE conferences SET version = version + 1, refund_steps = jsonb_build_array(
       jsonb_build_object('until', current_date - 2, 'percent', 100),
       jsonb_build_object('until', current_date + 30, 'percent', 50))
     WHERE id = $1`,
    [conference.id],
  );
  const own = async (address: string) => feedOf(await browser.newContext(), address);
  feeds = { jonty: await own(jonty), iris: await own(iris) };
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await telling?.stop();
  await tables?.end();
  await system?.stop();
});

async function ask<Row>(query: string, values: unknown[] = []): Promise<Row[]> {
  return (await tables.query(query, values)).rows as Row[];
}

/** The numbers of a series that there are, as labels have them. */
async function lastNumber(series: string): Promise<number> {
  const [row] = await ask<{ last: number }>(
    'SELECT coalesce(max(number), 0)::integer AS last FROM documents WHERE series = $1',
    [series],
  );
  return row?.last ?? 0;
}

const label = (prefix: string, number: number) => `${prefix}-${String(number).padStart(5, '0')}`;

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name, exact: true });

/** What is to be in somebody's own calendar, as a calendar program fetches it. */
async function feedOf(context: BrowserContext, address: string): Promise<() => Promise<string>> {
  const page = await context.newPage();
  await signInByMail(page, origin, system.mailbox, address);
  await page.goto(`${origin}/calendar/my-feed`);
  await page.getByRole('button', { name: 'Make my address' }).click();
  await heading(page, 'Your address is ready').waitFor();
  const feed = /\/calendar\/feeds\/personal\/[\w-]+\.ics|\/calendar\/[\w/-]+\.ics/.exec(
    await page.content(),
  )?.[0];
  await context.close();
  return async () => (await fetch(origin + (feed ?? '/no-feed'))).text();
}

describe.each([
  { scripts: true, name: 'with JavaScript' },
  { scripts: false, name: 'without JavaScript' },
])('an officer of Rochdale, $name', ({ scripts }) => {
  let page: Page;
  let path: string;
  let invoice: string;

  beforeAll(async () => {
    const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: phone });
    context.setDefaultTimeout(60_000);
    page = await context.newPage();
  });
  afterAll(() => page?.context().close());

  /** What axe finds, and whether it scrolls sideways; that needs scripts, so only the run that has them asks. */
  const check = async (name: string) => {
    if (!scripts) return;
    expect([name, await faultsOf(page)]).toEqual([name, []]);
    await shoot(page, `journey ${name}`);
    await page.setViewportSize(phone);
  };

  /** Whether a feed has the conference as one that its reader takes part in; everybody sees it as a public event. */
  const has = async (feed: () => Promise<string>) =>
    (await feed())
      .replaceAll('\r\n ', '')
      .split('BEGIN:VEVENT')
      .some(
        (event) =>
          event.includes(`SUMMARY:${conference.title}`) &&
          event.includes('You are registered for this conference.'),
      );

  it('signs in by a mailed link and books five delegates', async () => {
    await signInByMail(page, origin, system.mailbox, wanda);
    await page.goto(`${origin}/conference`);
    await page.getByRole('link', { name: conference.title }).click();
    await check('conference');
    await page.getByRole('button', { name: 'Book places' }).first().click();
    await check('how many');
    await page.getByLabel('Both days, in person').fill('5');
    await page.getByRole('button', { name: 'Keep these places' }).click();
    await page.getByText('Your places are kept').first().waitFor();
    path = new URL(page.url()).pathname;
    await check('tasks');
    await page.getByRole('link', { name: 'Name several from a list' }).click();
    await page
      .getByLabel('Paste the list')
      .fill(
        [
          `Wanda Twohats, ${wanda}`,
          'Ann Example, ann@example.org',
          'Bo Sample, bo@example.org',
          'Cy Specimen, cy@example.org',
          `Jonty Justforshow, ${jonty}`,
        ].join('\n'),
      );
    await check('list');
    await page.getByRole('button', { name: 'Take these delegates' }).click();
    await page.getByText('5 delegates taken from the list.').waitFor();
    for (const [index, name] of ['Wanda', 'Ann', 'Bo', 'Cy', 'Jonty'].entries()) {
      await page.goto(origin + path);
      await page.getByRole('link', { name: new RegExp(`^${name} `) }).click();
      await page
        .getByRole('group', { name: /first conference/ })
        .getByLabel('No', { exact: true })
        .check();
      if (index === 0) await check('delegate');
      await page.getByRole('button', { name: 'Save and continue' }).click();
      await page.getByText('is saved').waitFor();
    }
  });

  it('confirms it, and everybody hears of it', async () => {
    await page.goto(origin + path);
    await page.getByRole('link', { name: 'How it is paid' }).click();
    await page.getByLabel('Address', { exact: true }).fill('Number One Riverside\nRochdale');
    await check('payment');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByRole('link', { name: 'Check your answers and confirm' }).click();
    await page.getByLabel('I accept the terms and the refund rules').check();
    await check('check');
    invoice = label('INV', (await lastNumber('invoice')) + 1);
    // Two places are free for a full member; three at the early price of £175, with 20 % VAT.
    await page.getByRole('button', { name: 'Book 5 places for £630.00' }).click();
    await page.getByText('Your booking is confirmed.').waitFor();
    await check('confirmed');
    expect(await page.getByRole('link', { name: invoice }).count()).toBe(1);

    const booker = await system.mailbox.waitFor(wanda, { subject: /^Your booking is confirmed/ });
    expect(booker.text).toContain(invoice);
    expect(booker.text).toContain('£630.00');
    for (const address of [wanda, 'ann@example.org', 'bo@example.org', 'cy@example.org', jonty]) {
      const { attachments } = await system.mailbox.waitFor(address, { subject: /^You are registered/ });
      const calendar = attachments.find(({ contentType }) => contentType.startsWith('text/calendar'));
      expect([address, calendar?.content.toString()]).toEqual([
        address,
        expect.stringContaining('METHOD:REQUEST'),
      ]);
    }
    await telling.until('the conference to be in a delegate’s own calendar', () => has(feeds.jonty));
    expect(await has(feeds.iris)).toBe(false);
  });

  it('has an invoice to look at and to take along', async () => {
    await page.getByRole('link', { name: invoice }).click();
    await heading(page, `VAT invoice ${invoice}`).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('£630.00');
    await check('invoice');
    const pdf = await page.request.get(`${origin}${path}/documents/${invoice}.pdf`);
    expect(pdf.headers()['content-type']).toBe('application/pdf');
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('adds the purchase order two days later, which the invoice is issued again with', async () => {
    const reference = path.split('/').at(-1) ?? '';
    await ask(
      `UPDATE bookings SET created_at = created_at - interval '2 days', confirmed_at = confirmed_at - interval '2 days'
       WHERE reference = $1`,
      [reference],
    );
    await page.goto(origin + path);
    await page.getByRole('link', { name: 'Enter the purchase order' }).click();
    await page.getByLabel('Number of the purchase order').fill('RBC-4711');
    await page.getByLabel(`Yes, issue ${invoice} again with the number`).check();
    await check('purchase order');
    await page.getByRole('button', { name: 'Save the purchase order' }).click();
    await page.waitForURL(origin + path);
    const again = label('INV', await lastNumber('invoice'));
    expect(again).not.toBe(invoice);
    await page.getByRole('link', { name: again }).click();
    expect(await page.getByRole('main').innerText()).toContain('RBC-4711');
    invoice = again;
  });

  it('lets somebody else come instead of one', async () => {
    await page.goto(origin + path);
    await page.getByRole('link', { name: 'Jonty Justforshow' }).click();
    await check('delegate afterwards');
    await page.getByRole('link', { name: 'Put somebody else in their place' }).click();
    await page
      .getByLabel('Full name')
      .or(page.getByLabel('Name', { exact: true }))
      .fill('Iris Imaginary');
    await page.getByLabel(/^Email address/).fill(iris);
    await page
      .getByRole('group', { name: /first conference/ })
      .getByLabel('Yes', { exact: true })
      .check();
    await check('replace');
    await page.getByRole('button', { name: 'Put them in this place' }).click();
    await page.getByText('Iris Imaginary takes the place of Jonty Justforshow.').waitFor();
    await system.mailbox.waitFor(iris, { subject: /^You are registered/ });
    await telling.until('the conference to be in the newcomer’s calendar', () => has(feeds.iris));
    await telling.until('it to be in the other’s no more', async () => !(await has(feeds.jonty)));
  });

  it('cancels one, and has the credit note that the refund rules say', async () => {
    await page.goto(origin + path);
    await page.getByRole('link', { name: 'Cy Specimen' }).click();
    await page.getByRole('link', { name: 'Cancel their place' }).click();
    await check('cancel');
    const credit = label('CR', (await lastNumber('credit-note')) + 1);
    await page.getByRole('button', { name: 'Cancel the place' }).click();
    await page.waitForURL(origin + path);
    await check('cancelled');
    await page.getByRole('link', { name: credit }).click();
    const text = await page.getByRole('main').innerText();
    // Half of £175, and half of its VAT.
    for (const words of [invoice, 'Cy Specimen', '£87.50', '£17.50', '£105.00'])
      expect(text).toContain(words);
    await check('credit note');
    await system.mailbox.waitFor(wanda, { subject: /cancelled/i });
    await system.mailbox.waitFor('cy@example.org', { subject: new RegExp(conference.title) });
  });

  it('cancels the rest, so that nothing is left', async () => {
    await page.goto(`${origin}${path}/cancel`);
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Cancel 4 places' }).click();
    await page
      .getByText(/This booking is cancelled/)
      .first()
      .waitFor();
    await telling.until('the conference to be gone from her calendar', async () => !(await has(feeds.iris)));
  });
});
