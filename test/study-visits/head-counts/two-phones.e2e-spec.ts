import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { startBadNet } from '../../exhibition-stands/day/bad-net.js';
import { until } from '../../until.js';
import { staffPerson, type StagedTraveller } from '../stage.js';
import { mark, startCounts, type CountJson, type CountsStage, type Party } from './counts-stage.js';

let stage: CountsStage;
let browser: Browser;

beforeAll(async () => {
  [stage, browser] = await Promise.all([startCounts(), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

const pathOf = ({ leg }: Pick<Party, 'leg'>, { secret }: Pick<StagedTraveller, 'secret'>) =>
  `/visits/travellers/${secret}/head-counts/${leg.id}`;

/** A phone with the page of a count, which a worker keeps there. */
async function phoneAt(base: string, path: string, options: object = {}) {
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width: 320, height: 640 },
    ...options,
  });
  const page = await context.newPage();
  await page.goto(path);
  return { context, page };
}

/** Resolves once a worker answers for the page that is open, and has it with its styles and scripts. */
const isKept = (page: Page, path: string) =>
  until(() =>
    page.evaluate(async (address) => {
      const scope = address.slice(0, address.lastIndexOf('/'));
      const { active } = await navigator.serviceWorker.ready;
      const kept = await (await caches.open(`head counts ${scope}`)).keys();
      const has = (end: string) => kept.some(({ url }) => url.endsWith(end));
      return active?.state === 'activated' && [address, scope, '.css', '.js', '/missing'].every(has);
    }, path),
  );

const row = (page: Page, { id }: Pick<StagedTraveller, 'id'>) => page.locator(`#t-${id}`);

const press = (page: Page, who: StagedTraveller, name: string) =>
  row(page, who)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();

const stateIn = (page: Page, who: StagedTraveller) => row(page, who).getAttribute('data-state');

const isState = (page: Page, who: StagedTraveller, state: string) =>
  until(async () => (await stateIn(page, who)) === state);

/** Nothing waits on this phone any more. */
const isSent = (page: Page) => page.locator('[data-unsent]').waitFor({ state: 'hidden' });

const read = async ({ visit, leg }: Party) =>
  (await stage.ask<CountJson>('GET', `/visits/${visit.id}/head-counts/${leg.id}`)).body;

describe('two phones without a network', () => {
  it.each(['the first', 'the second'])(
    'count, are opened anew, and come back (%s before the other): nothing is lost or doubled',
    async (which) => {
      const party = await stage.party();
      const [ann, bo = ann, cy = ann] = party.delegates;
      const nets = [await startBadNet(stage.url), await startBadNet(stage.url)] as const;
      const one = await phoneAt(nets[0].url, pathOf(party, party.leader));
      const two = await phoneAt(nets[1].url, pathOf(party, party.other));
      await isKept(one.page, pathOf(party, party.leader));
      await isKept(two.page, pathOf(party, party.other));
      // The line itself is cut, too: what a browser calls offline lets some requests of a page that is opened anew through.
      for (const net of nets) await net.be('stopped');
      for (const { context } of [one, two]) await context.setOffline(true);

      await press(one.page, ann, 'Here');
      await press(one.page, bo, 'Here');
      await press(one.page, cy, 'Here');
      await press(two.page, bo, 'Here');
      await press(two.page, cy, 'Missing');
      await one.page.getByText('3 marks are not sent yet.').waitFor();
      await one.page.reload();
      await two.page.reload();
      await one.page.locator('#offline-words').waitFor();
      await one.page.getByText('3 marks are not sent yet.').waitFor();
      expect(await stateIn(one.page, ann)).toBe('here');
      // What one has changed one's mind about takes the place of what one said before.
      await press(one.page, ann, 'Missing');
      await press(one.page, ann, 'Here');
      await row(two.page, ann).getByText('Elsewhere with leave').click();
      await press(two.page, ann, 'Mark as elsewhere');
      await row(two.page, ann).getByText('Enter who allowed it, and where they are.').waitFor();
      await row(two.page, ann).getByLabel('Who allowed it?').fill('Max');
      await row(two.page, ann).getByLabel('Where are they?').fill('With her aunt');
      await press(two.page, ann, 'Mark as elsewhere');
      await row(two.page, ann).getByText('With her aunt, allowed by Max').waitFor();
      await shoot(two.page, 'head-count offline');
      const other = await two.context.newPage();
      await other.goto(`${pathOf(party, party.other)}/missing`);
      await other.getByText('Ring the others who lead the visit.').waitFor();
      await other.close();
      expect((await read(party)).marks).toEqual([]);

      const [first, second] = which === 'the first' ? [one, two] : [two, one];
      for (const net of nets) await net.be('good');
      await first.context.setOffline(false);
      await isSent(first.page);
      await second.context.setOffline(false);
      await isSent(second.page);
      const count = await read(party);
      // 5 of the first phone (two over others), 3 of the second.
      expect(count.marks).toHaveLength(8);
      expect(count.people.map(({ name, state }) => [name, state])).toEqual([
        ['Ann Example', 'contradiction'],
        ['Bo Example', 'here'],
        ['Cy Example', 'contradiction'],
        ['Lee Leader', 'open'],
        ['Max Leader', 'open'],
      ]);
      // Each sees what the other said, and settles it.
      for (const { page } of [one, two]) {
        await isState(page, cy, 'contradiction');
        await row(page, cy).getByText('Max Leader says missing').waitFor();
        await row(page, cy).getByText('Lee Leader says here').waitFor();
      }
      await shoot(one.page, 'head-count to settle');
      await press(one.page, cy, 'Here');
      await press(one.page, ann, 'Here');
      await isState(two.page, cy, 'here');
      await isState(two.page, ann, 'here');
      for (const who of [party.leader, party.other]) await press(two.page, who, 'Here');
      await isSent(two.page);
      await one.page.getByText('5 of 5 accounted for: 5 here.').waitFor();
      await one.page.getByRole('button', { name: 'Close the count' }).click();
      await one.page.getByText('The count is closed.').waitFor();
      await two.page
        .getByText(/Closed at .+ by Lee Leader/)
        .first()
        .waitFor();
      expect((await read(party)).closings).toMatchObject([{ here: 5, missing: 0, by: 'Lee Leader' }]);
      await one.context.close();
      await two.context.close();
      for (const net of nets) await net.stop();
    },
  );

  it('send each mark once where the answer is lost on its way', async () => {
    const party = await stage.party();
    const [ann] = party.delegates;
    const net = await startBadNet(stage.url);
    const { context, page } = await phoneAt(net.url, pathOf(party, party.leader));
    await isKept(page, pathOf(party, party.leader));
    // The mark is taken, and the phone does not hear of it.
    let lost = 0;
    await page.route('**/marks', async (route) => {
      // As the browser would have sent it, which adds this by itself.
      const headers = { ...route.request().headers(), 'sec-fetch-site': 'same-origin' };
      if ((await route.fetch({ headers })).ok()) lost += 1;
      await route.abort();
    });
    await press(page, ann, 'Here');
    await until(() => Promise.resolve(lost > 0));
    await page.getByText('1 mark is not sent yet.').waitFor();
    expect((await read(party)).marks).toHaveLength(1);
    await page.unroute('**/marks');
    await page.getByRole('button', { name: 'Send them now' }).click();
    await isSent(page);
    await net.be('stopped');
    await press(page, ann, 'Missing');
    await page.getByText('There is no connection. They are kept on this phone').waitFor();
    await page.reload();
    await page.locator('#offline-words').waitFor();
    await net.be('good');
    await page.getByRole('button', { name: 'Send them now' }).click();
    await isSent(page);
    const { marks, people } = await read(party);
    expect(marks.map(({ kind }) => kind).toSorted()).toEqual(['here', 'missing']);
    expect(people.find(({ travellerId }) => travellerId === ann.id)?.state).toBe('missing');
    await context.close();
    await net.stop();
  });

  it('forget a link that has ended, and keep what was not sent', async () => {
    const party = await stage.party();
    const [ann] = party.delegates;
    const path = pathOf(party, party.leader);
    const { context, page } = await phoneAt(stage.url, path);
    await isKept(page, path);
    await stage.query(`UPDATE travellers SET status = 'withdrawn', withdrawn_at = now() WHERE id = $1`, [
      party.leader.id,
    ]);
    await press(page, ann, 'Here');
    await page.getByText('They were not taken. There is no such traveller.').waitFor();
    await page.getByText('1 mark is not sent yet.').waitFor();
    const list = path.slice(0, path.lastIndexOf('/'));
    await page.goto(list);
    await until(() => page.evaluate(async (scope) => !(await caches.has(`head counts ${scope}`)), list));
    await context.close();
  });
});

describe('those who count with a network', () => {
  it('see what others mark at once, and are told where somebody closes', async () => {
    const party = await stage.party();
    const [ann] = party.delegates;
    const leader = await phoneAt(stage.url, pathOf(party, party.leader));
    const staff = await phoneAt(stage.url, `${party.visit.manage}/head-counts/${party.leg.id}`, {
      extraHTTPHeaders: await stage.headers(staffPerson),
    });
    await press(staff.page, ann, 'Missing');
    await isState(leader.page, ann, 'missing');
    await row(leader.page, ann).getByRole('link', { name: '+44 7700 900123 (ring Ann Example)' }).waitFor();
    await press(leader.page, ann, 'Take that back');
    await isState(staff.page, ann, 'open');
    await leader.context.close();
    await staff.context.close();
  });

  it('need no script: marking, leave, closing, opening again', async () => {
    const party = await stage.party(['Ann Example']);
    const [ann] = party.delegates;
    const { context, page } = await phoneAt(
      stage.url,
      `/visits/travellers/${party.leader.secret}/head-counts`,
      { javaScriptEnabled: false },
    );
    await page.getByText('Not begun: 3 to count.').waitFor();
    await page.getByRole('link', { name: 'Coach to the hotel' }).click();
    await press(page, party.leader, 'Here');
    await press(page, party.other, 'Here');
    await row(page, ann).getByText('Elsewhere with leave').click();
    await press(page, ann, 'Mark as elsewhere');
    await page.locator('.govuk-error-summary').getByText('Enter where they are.').waitFor();
    await row(page, ann).getByLabel('Who allowed it?').fill('Lee');
    await row(page, ann).getByLabel('Where are they?').fill('At the bank');
    await press(page, ann, 'Mark as elsewhere');
    await page.getByText('3 of 3 accounted for: 2 here, 1 elsewhere with leave.').waitFor();
    await press(page, ann, 'Missing');
    // Once more after going back, where the page is as it is by then.
    await page.goBack();
    await press(page, ann, 'Missing');
    await page.getByText('3 of 3 accounted for: 2 here, 1 missing.').waitFor();
    await row(page, ann)
      .getByRole('link', { name: /^What to do now/ })
      .click();
    await page.getByRole('button', { name: /^Show whom to ring for them/ }).click();
    await page.getByText('They named nobody.').waitFor();
    await page.getByRole('link', { name: 'The count' }).click();
    await page.getByRole('button', { name: 'Close the count' }).click();
    await page.locator('.govuk-error-summary').getByText('Say what was decided').waitFor();
    await page.getByLabel('What is decided').fill('Lee stays, the others go on.');
    await page.getByRole('button', { name: 'Close the count' }).click();
    await page.getByText('Decided: Lee stays, the others go on.').waitFor();
    await page.getByRole('button', { name: 'Open the count again' }).click();
    await page.locator('.govuk-error-summary').getByText('Say why it is opened again.').waitFor();
    await page.getByLabel('Why is it opened again?').fill('Ann is back.');
    await page.getByRole('button', { name: 'Open the count again' }).click();
    await page.getByText('The count is open again.').waitFor();
    expect((await read(party)).marks).toHaveLength(5);
    await context.close();
  });
});

describe('the pages of head counts', () => {
  let context: BrowserContext;
  let page: Page;
  let complaints: readonly string[];
  let party: Party;
  let closed: Party;
  const longName = `Ann ${'Featherstonehaugh-'.repeat(10)}Ffoulkes`;

  beforeAll(async () => {
    party = await stage.party([longName, 'Bo Example', 'Cy Example', 'Dee Example']);
    const [ann, bo = ann, cy = ann] = party.delegates;
    const path = `/visits/${party.visit.id}/head-counts/${party.leg.id}`;
    await stage.ask('POST', `${path}/marks`, {
      marks: [mark(ann, 'elsewhere'), mark(bo, 'missing'), mark(cy, 'here'), mark(cy, 'missing')],
    });
    await stage.ask('POST', `/visits/${party.visit.id}/itinerary/items`, {
      kind: 'meal',
      title: 'Lunch',
      day: '2035-03-12',
      from: '12:30',
      until: '14:00',
    });
    closed = await stage.party();
    const [, second = closed.leader] = closed.delegates;
    const everybody = [...closed.delegates, closed.leader, closed.other];
    const closedPath = `/visits/${closed.visit.id}/head-counts/${closed.leg.id}`;
    const marks = everybody.map((each, index) => mark(each, index === 0 ? 'missing' : 'here'));
    await stage.ask('POST', `${closedPath}/marks`, { marks });
    const decision = { decision: 'Lee stays at the airport; we go on.' };
    await stage.ask('POST', `${closedPath}/close`, decision, { 'if-match': '"2"' });
    await stage.ask('POST', `${closedPath}/marks`, { marks: [mark(second, 'missing')] });
    context = await browser.newContext({
      baseURL: stage.url,
      extraHTTPHeaders: await stage.headers(staffPerson),
      serviceWorkers: 'block',
    });
    page = await context.newPage();
    complaints = listenForComplaints(page);
  });
  afterAll(() => context?.close());

  it.each([
    ['list', () => `${party.visit.manage}/head-counts`],
    ['count', () => `${party.visit.manage}/head-counts/${party.leg.id}`],
    ['missing', () => `${party.visit.manage}/head-counts/${party.leg.id}/missing`],
    ['steps', () => `${party.visit.manage}/head-counts/steps`],
    ['closed', () => `${closed.visit.manage}/head-counts/${closed.leg.id}`],
    ['own list', () => `/visits/travellers/${closed.leader.secret}/head-counts`],
    ['own count', () => pathOf(party, party.leader)],
  ])('%s: the page has no faults', async (name, path) => {
    const answer = await page.goto(path());
    expect(answer?.status()).toBe(200);
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, `head-counts ${name}`);
    expect(complaints).toEqual([]);
  });

  it('of a visit without legs says what will be there', async () => {
    const visit = await stage.visit();
    await page.goto(`${visit.manage}/head-counts`);
    await page.getByText('Nothing to count at yet').waitFor();
  });
});
