import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { staffPerson } from '../events-calendar/signed-in.js';
import { beginBooking, stageQuestion } from './booking-stage.js';
import { startRunning, type RunningStage } from './running-stage.js';
import type { StagedConference } from './stage.js';

let stage: RunningStage;
let browser: Browser;
let page: Page;
let complaints: readonly string[];
let conference: StagedConference;
let empty: StagedConference;
let reference: string;
let applicant: string;

const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch and District Housing Co-operative';

beforeAll(async () => {
  [stage, browser] = await Promise.all([startRunning(), openBrowser()]);
  conference = await stage.conference({
    tickets: {
      'Both days': {},
      'Online only': { price: 0 },
      'Civic dinner': { kind: 'add-on', price: 4500 },
      'Funded place': { needsApproval: true, price: 5000 },
    },
    pools: {
      'Town hall': { capacity: 9, tickets: ['Both days', 'Funded place'] },
      Dinner: { capacity: 60, tickets: ['Civic dinner'] },
      'Each organisation': { capacity: 6, perOrganisation: true },
    },
  });
  empty = await stage.conference({ tickets: {} });
  const rochdale = await stage.booker({
    organisationName: 'Rochdale Borough Council',
    name: 'Robin Example',
  });
  const other = await stage.booker({
    organisationName: long,
    name: 'Siân O’Featherstonehaugh-Llewellyn-Ffoulkes',
  });
  reference = await stage.booked(rochdale, conference, 'Both days', [
    'Ada Sample',
    'Xiu Example',
    'Sam Specimen',
  ]);
  await stage.booked(rochdale, conference, 'Both days', ['Bo Sample']);
  await stage.booked(other, conference, 'Both days', ['Ann Other', 'Cy Other', 'Di Other', 'Eve Other']);
  await stage.booked(other, conference, 'Funded place', ['Fay Funded']);
  await beginBooking(stage, other, conference, { 'Online only': 1 });
  const [row] = await stage.query<{ id: string }>(`SELECT id FROM delegates WHERE status = 'applied'`);
  applicant = row?.id ?? '';
  const eats = await stageQuestion(stage, conference, 1, {
    kind: 'choice',
    label: 'What do you eat?',
    choices: ['Vegetarian', 'Vegan', 'Halal'],
    sensitive: 'dietary',
  });
  const needs = await stageQuestion(stage, conference, 2, {
    label: 'What do you need to take part?',
    sensitive: 'access',
  });
  const why = await stageQuestion(stage, conference, 3, { label: 'Why you?', asks_approval: true });
  const answer = (question: string, value: string, names: string) =>
    stage.query(
      `INSERT INTO answers (question_id, subject_id, booking_id, delegate_id, sensitive, value)
       SELECT q.id, d.id, d.booking_id, d.id, q.sensitive, to_jsonb($2::text) FROM delegates d, questions q
       WHERE q.id = $1 AND d.name LIKE $3`,
      [question, value, names],
    );
  await answer(eats, 'Vegan', '%Sample');
  await answer(eats, 'Halal', '%Other');
  await answer(needs, 'A place near the door, as I walk with two sticks and tire easily on stairs.', 'Ada%');
  await answer(why, 'I run the repair café, and would tell how it began.', 'Fay%');
  await stage.query(`UPDATE pools SET capacity = 7 WHERE name = 'Town hall'`);
  await stage.query(
    `UPDATE bookings SET purchase_order_required = true WHERE organisation_name LIKE 'Rochdale%'`,
  );
  await stage.query(
    `UPDATE bookings SET confirmed_at = confirmed_at - (3 + length(booker_name)) * interval '1 day' WHERE status = 'confirmed'`,
  );
  await stage.query('UPDATE conferences SET version = version + 1 WHERE id = $1', [conference.id]);
  const context = await browser.newContext({
    baseURL: stage.url,
    extraHTTPHeaders: await stage.headers(staffPerson),
  });
  page = await context.newPage();
  complaints = listenForComplaints(page);
});
afterAll(async () => {
  await browser.close();
  await stage.stop();
});

const at = ({ id }: StagedConference, part: string) => `/conference/manage/${id}/${part}`;

it.each([
  ['dashboard', () => at(conference, 'dashboard')],
  ['dashboard empty', () => at(empty, 'dashboard')],
  ['bookings', () => at(conference, 'bookings')],
  ['bookings empty', () => at(empty, 'bookings')],
  ['bookings none like this', () => `${at(conference, 'bookings')}?q=nobody&paid=no&order=missing`],
  ['bookings past the end', () => `${at(conference, 'bookings')}?page=9`],
  ['delegates', () => at(conference, 'delegates')],
  ['applications', () => at(conference, 'applications')],
  ['applications empty', () => at(empty, 'applications')],
  ['decide', () => `${at(conference, 'applications')}/decide?delegate=${applicant}`],
  ['needs', () => at(conference, 'needs')],
  ['needs empty', () => at(empty, 'needs')],
  ['needs with names', () => `${at(conference, 'needs')}/people`],
  ['mail', () => at(conference, 'mail')],
  ['search', () => '/conference/manage/search?q=sample'],
  ['search empty', () => '/conference/manage/search'],
  ['booking', () => `/conference/manage/bookings/${reference}`],
  ['move', () => `/conference/manage/bookings/${reference}/delegates/1/move`],
])('%s: the page has no faults', async (name, path) => {
  const answer = await page.goto(path());
  expect(answer?.status()).toBe(200);
  await shoot(page, `running ${name}`);
  expect(await faultsOf(page)).toEqual([]);
});

it('a decision without a reason leads to what is missing', async () => {
  await page.goto(at(conference, 'applications'));
  await page.getByLabel('Fay Funded').check();
  await page.getByRole('button', { name: 'Decide about those I have chosen' }).click();
  await page.getByLabel('Decline').check();
  await page.getByRole('button', { name: 'Decide, and tell them' }).click();
  await page.locator('.govuk-error-summary').waitFor();
  await shoot(page, 'running decide wrong');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel('Accept').check();
  await page.getByRole('button', { name: 'Decide, and tell them' }).click();
  await page.locator('.govuk-error-summary').waitFor();
  expect(await page.locator('.govuk-error-summary').textContent()).toContain('Town hall');
  await shoot(page, 'running decide full');
});

it('without scripts, on a phone, a mail is written, changed and sent, and a delegate moved', async () => {
  const context = await browser.newContext({
    baseURL: stage.url,
    extraHTTPHeaders: await stage.headers(staffPerson),
    javaScriptEnabled: false,
    viewport: { width: 320, height: 700 },
  });
  const plain = await context.newPage();
  await plain.goto(at(conference, 'mail'));
  await plain.fill('#subject', 'How to get to us');
  await plain.fill('#text', 'The trams run every ten minutes.\n\nThe last one goes at midnight.');
  await plain.getByRole('button', { name: 'Check it, and to how many it goes' }).click();
  await plain.getByRole('heading', { name: 'Send this mail to 8 readers?' }).waitFor();
  await plain.screenshot({
    path: `${process.env['SHOTS'] ?? '/tmp'}/running-mail-check.png`,
    fullPage: true,
  });
  await plain.getByRole('button', { name: 'Change it' }).click();
  expect(await plain.inputValue('#subject')).toBe('How to get to us');
  await plain.getByLabel('Organisation').selectOption({ label: 'Rochdale Borough Council' });
  await plain.getByRole('button', { name: 'Check it, and to how many it goes' }).click();
  await plain.getByRole('button', { name: 'Send it to 4 readers' }).click();
  await plain.getByText('The mail is on its way.').waitFor();
  await plain.goto(`/conference/manage/bookings/${reference}/delegates/3/move`);
  await plain.getByRole('radio').first().check();
  await plain.getByRole('button', { name: 'Move them' }).click();
  await plain.getByText('The delegate is in this booking now.').waitFor();
  expect(await plain.locator('main').textContent()).toContain('Sam Specimen');
  expect(await plain.locator('main').textContent()).toContain('moved a delegate here from another booking');
  await context.close();
});

it('the browser complains of nothing', () => {
  expect(complaints).toEqual([]);
});
