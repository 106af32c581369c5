import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { stageQuestion } from './booking-stage.js';
import { bookConfirmed, changeableConference, documentsOf, mailsOf } from './changing-stage.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';

let stage: ConferenceStage;
let booker: Booker;
let browser: Browser;
let conference: StagedConference;

beforeAll(async () => {
  [stage, browser] = await Promise.all([startConferences(), openBrowser()]);
  booker = await stage.booker({ organisationName: 'Rochdale Borough Council' });
  conference = await changeableConference(stage);
  await stageQuestion(stage, conference, 1, { label: 'Why do you come?', asks_approval: true });
});
afterAll(async () => {
  await browser.close();
  await stage.stop();
});

describe.each([
  { scripts: true, name: 'with scripts' },
  { scripts: false, name: 'without scripts' },
])('a confirmed booking on a phone, $name', ({ scripts }) => {
  let page: Page;
  let complaints: readonly string[] = [];

  beforeAll(async () => {
    const context = await browser.newContext({
      javaScriptEnabled: scripts,
      viewport: { width: 320, height: 640 },
      extraHTTPHeaders: { ...booker.headers },
    });
    page = await context.newPage();
    complaints = listenForComplaints(page);
  });
  afterAll(() => page.context().close());

  /** What axe finds; it needs scripts, so only the run that has them asks. */
  const check = async (name: string) => {
    if (!scripts) return;
    expect([name, await faultsOf(page)]).toEqual([name, []]);
    await shoot(page, `changing ${name}`);
    await page.setViewportSize({ width: 320, height: 640 });
  };

  it('is changed, added to, swapped in and cancelled', async () => {
    const long = `Wolfeschlegelsteinhausenbergerdorff-${'Llewellyn'.repeat(8)}`;
    const reference = await bookConfirmed(stage, booker, conference, ['Ada One', 'Bea Two', long]);
    const path = `${stage.url}/conference/bookings/${reference}`;
    await page.goto(path);
    await check('booking');
    await page.getByRole('link', { name: 'Bea Two' }).click();
    await check('delegate');
    await page.getByRole('link', { name: 'Put somebody else in their place' }).click();
    await check('replace');
    await page.getByRole('button', { name: 'Put them in this place' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await check('replace with errors');
    await page.getByLabel('Full name').fill('Bob New');
    await page.getByLabel('Email address (optional)').fill('bob@example.org');
    await page.getByRole('button', { name: 'Let them answer the questions themselves' }).click();
    await page.getByText('Bob New takes the place of Bea Two.').waitFor();
    await page.getByRole('link', { name: 'Change (Details and answers)' }).click();
    await check('details');
    await page.getByLabel('Job title or role (optional)').fill('Clerk');
    await page.getByRole('button', { name: 'Save the changes' }).click();
    await page.getByText('Bob New is saved.').waitFor();
    await page.getByRole('link', { name: 'Change (Ticket and add-ons)' }).click();
    await check('tickets');
    await page.getByLabel('Dinner').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Check the change for Bob New' }).waitFor();
    await check('tickets to check');
    await page.getByRole('button', { name: 'Make the change' }).click();
    await page.getByText('The ticket and add-ons are changed.').waitFor();

    await page.goto(path);
    await page.getByRole('link', { name: 'Add delegates' }).click();
    await check('add');
    await page.getByLabel('Who is to be added?').fill('Dee Four, dee@example.org');
    await page.getByRole('radio', { name: 'Both' }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Add 1 delegate?' }).waitFor();
    await check('add to check');
    await page.getByRole('button', { name: 'Add the delegate' }).click();
    await page.getByText('1 delegate added.').waitFor();

    await page.getByRole('link', { name: 'Cancel places, or all of the booking' }).click();
    await check('whom to cancel');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Choose who is to be cancelled.').first().waitFor();
    await check('whom to cancel with errors');
    await page.getByLabel('Ada One').check();
    await page.getByLabel(long).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Cancel 2 places?' }).waitFor();
    await check('cancel');
    await page.getByRole('button', { name: 'Cancel 2 places' }).click();
    await page.getByText('2 places are cancelled.').waitFor();
    await check('booking afterwards');
    const documents = await documentsOf(stage, reference);
    expect(documents.map(({ series, gross }) => [series, gross])).toEqual([
      ['invoice', 70_200],
      ['invoice', 5400],
      ['invoice', 23_400],
      ['credit-note', 37_440],
    ]);

    await page.getByRole('link', { name: 'Ask the staff' }).click();
    await check('ask');
    const mail = (await mailsOf(stage, reference)).find(({ to }) => to === 'bob@example.org');
    const own = /(\/conference\/delegates\/[\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '';
    await page.goto(stage.url + own);
    await check('own place');
    await page.getByRole('link', { name: 'Change your details and answers' }).click();
    await check('own details');
    await page.getByRole('link', { name: 'Your place' }).click();
    await page.getByRole('link', { name: 'I cannot come' }).click();
    await check('cannot come');
    await page.getByRole('button', { name: `Tell ${booker.name}` }).click();
    await page.getByText(`We have told ${booker.name}`).waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('staff on a phone', () => {
  it('cancel after the deadline and with the conference, and axe finds nothing', async () => {
    const reference = await bookConfirmed(stage, booker, conference, ['Ada One', 'Bea Two']);
    const headers = await stage.headers({ id: randomUUID(), name: 'Sam Staff', roles: ['person', 'staff'] });
    const context = await browser.newContext({
      viewport: { width: 320, height: 640 },
      extraHTTPHeaders: headers,
    });
    const page = await context.newPage();
    const check = async (name: string) => {
      expect([name, await faultsOf(page)]).toEqual([name, []]);
      await shoot(page, `changing ${name}`);
    };
    const path = `${stage.url}/conference/bookings/${reference}`;
    await page.goto(`${path}/cancel?delegates=1`);
    await page.getByLabel('Another percentage (optional').fill('50');
    await page.getByRole('button', { name: 'Cancel the place' }).click();
    await page.getByText('Say why the refund rules do not hold').first().waitFor();
    await check('percentage without a reason');
    await page.getByLabel('Reason (needed for another percentage)').fill('Illness');
    await page.getByRole('button', { name: 'Cancel the place' }).click();
    await page.getByText('You have chosen 50% instead of the 80%').waitFor();
    await check('percentage to check');
    await page.getByRole('button', { name: 'Cancel the place' }).click();
    await page.getByText('The place is cancelled.').waitFor();
    const note = (await documentsOf(stage, reference)).at(-1);
    expect([note?.gross, note?.reason]).toEqual([11_700, 'Illness']);

    await stage.query(
      `UPDATE conferences SET status = 'cancelled', status_reason = 'The hall is flooded.', version = version + 1 WHERE id = $1`,
      [conference.id],
    );
    await page.goto(`${stage.url}/conference/manage/${conference.id}/cancel-bookings`);
    await check('all bookings');
    await page.getByRole('button', { name: /^Cancel \d+ booking/ }).click();
    await page.getByText('You can leave this page').waitFor();
    await check('all bookings under way');
    await context.close();
    const theirs = await browser.newContext({
      viewport: { width: 320, height: 640 },
      extraHTTPHeaders: { ...booker.headers },
    });
    const own = await theirs.newPage();
    await own.goto(path);
    expect(await faultsOf(own)).toEqual([]);
    await shoot(own, 'changing cancelled with its conference');
    await theirs.close();
  });
});
