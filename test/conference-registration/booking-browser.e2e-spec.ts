import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { beginBooking, stageQuestion } from './booking-stage.js';
import { startConferences, type Booker, type ConferenceStage, type StagedConference } from './stage.js';

let stage: ConferenceStage;
let booker: Booker;
let browser: Browser;
let conference: StagedConference;

beforeAll(async () => {
  [stage, browser] = await Promise.all([startConferences(), openBrowser()]);
  booker = await stage.booker({ organisationName: 'Rochdale Borough Council' });
  conference = await stage.conference({
    tickets: {
      'Both days': {},
      Online: { price: 2500, vatBasisPoints: 0 },
      'Civic dinner': { kind: 'add-on', price: 4500 },
    },
    pools: { Room: { capacity: 90 } },
    columns: {
      terms: 'Be kind.\n\nBring a *friend*.',
      refund_steps: JSON.stringify([{ until: '2035-08-31', percent: 80 }]),
    },
  });
  const needs = await stageQuestion(stage, conference, 1, {
    kind: 'yes-no',
    label: 'Do you have dietary needs?',
    required: true,
  });
  await stageQuestion(stage, conference, 2, {
    kind: 'several',
    label: 'Which?',
    choices: ['Vegan', 'Halal', 'No nuts'],
    sensitive: 'dietary',
    required: true,
    only_if: { questionId: needs, oneOf: ['yes'] },
  });
  await stageQuestion(stage, conference, 3, { kind: 'file', label: 'A letter from your employer' });
  await stageQuestion(stage, conference, 4, {
    asked_of: 'booking',
    kind: 'choice',
    label: 'How do you travel?',
    choices: ['Train', 'Bus'],
  });
});
afterAll(async () => {
  await browser.close();
  await stage.stop();
});

const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \ntrailer<</Size 3/Root 1 0 R>>\nstartxref\n95\n%%EOF\n',
);

describe.each([
  { scripts: true, name: 'with scripts' },
  { scripts: false, name: 'without scripts' },
])('a booking on a phone, $name', ({ scripts }) => {
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
    await shoot(page, `booking ${name}`);
    await page.setViewportSize({ width: 320, height: 640 });
  };

  it('goes from the hold to its confirmation', async () => {
    const reference = await beginBooking(stage, booker, conference, { 'Both days': 2 });
    const path = `${stage.url}/conference/bookings/${reference}`;
    await page.goto(path);
    await check('tasks');
    await page.getByRole('link', { name: 'Delegate 1' }).click();
    if (scripts) await page.getByText('Only if you answered “Yes”').waitFor({ state: 'hidden' });
    await check('delegate');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor();
    await check('delegate with errors');
    await page.getByRole('link', { name: /This is me/ }).click();
    await page.getByLabel('Civic dinner').check();
    await page.getByRole('radio', { name: 'Yes' }).check();
    await page.getByLabel('Vegan').check();
    await page.getByLabel('A letter from your employer (optional)').setInputFiles({
      name: 'letter.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('not a PDF at all'),
    });
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByText('is not a PDF').first().waitFor();
    await check('a file that is none');
    await page.getByLabel('A letter from your employer (optional)').setInputFiles({
      name: 'letter.pdf',
      mimeType: 'application/pdf',
      buffer: pdf,
    });
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByText('is saved').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Delegate 2');
    await page.getByRole('link', { name: 'Let them fill it in themselves' }).click();
    await check('invite');
    await page.goto(path);
    await page.getByRole('link', { name: 'Name several from a list' }).click();
    await check('list');
    await page.getByLabel('Paste the list').fill('Xiu Example, xiu@example.org\nSam Sample, sam@example.org');
    await page.getByRole('button', { name: 'Take these delegates' }).click();
    await page.getByText('2 delegates taken from the list.').waitFor();
    for (const name of ['Xiu Example', 'Sam Sample']) {
      await page.goto(path);
      await page.getByRole('link', { name }).click();
      await page.getByRole('radio', { name: 'No', exact: true }).check();
      await page.getByRole('button', { name: 'Save and continue' }).click();
      await page.getByText('is saved').waitFor();
    }
    await page.goto(path);
    await page.getByRole('link', { name: 'About the booking' }).click();
    await check('about');
    await page.getByLabel('Train').check();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByRole('link', { name: 'How it is paid' }).click();
    await check('payment');
    await page.getByLabel('Address', { exact: true }).fill('Number One Riverside\nRochdale');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await check('tasks done');
    await page.getByRole('link', { name: 'Check your answers and confirm' }).click();
    await check('check');
    await page.getByLabel('I accept the terms and the refund rules').check();
    // Three times £195 and one dinner at £45, with 20 % VAT.
    await page.getByRole('button', { name: 'Book 3 places for £756.00' }).click();
    await page.getByText('Your booking is confirmed.').waitFor();
    await check('confirmed');
    expect(complaints).toEqual([]);
  });

  it('can be given up, and says when its time is over', async () => {
    const reference = await beginBooking(stage, booker, conference, { 'Both days': 1 });
    await stage.query(`UPDATE bookings SET held_until = now() - interval '1 second' WHERE reference = $1`, [
      reference,
    ]);
    await page.goto(`${stage.url}/conference/bookings/${reference}`);
    await check('out of time');
    await page.getByRole('link', { name: 'Give this booking up' }).click();
    await check('give up');
    await page.getByRole('button', { name: 'Give the booking up' }).click();
    await page.getByText('This booking was given up').first().waitFor();
    await check('given up');
  });
});
