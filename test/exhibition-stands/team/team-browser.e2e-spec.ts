import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { until } from '../../until.js';
import {
  staffPerson,
  startStands,
  type StagedExhibition,
  type StagedMember,
  type StandsStage,
} from '../stage.js';

const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Housing Co-operative';

describe('the pages of a team', () => {
  let stage: StandsStage;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];
  let exhibition: StagedExhibition;
  let empty: StagedExhibition;
  let ann: StagedMember;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startStands(), openBrowser()]);
    exhibition = await stage.exhibition({
      passesNeeded: true,
      days: [
        { day: '2035-09-22', kind: 'build-up', opens: '14:00', closes: '16:00' },
        '2035-09-23',
        { day: '2035-09-24', opens: '09:00', closes: '12:30' },
      ],
    });
    empty = await stage.exhibition({ passesNeeded: true, days: ['2035-09-23'] });
    ann = await stage.teamMember(exhibition, {
      name: 'Ann Example',
      status: 'invited',
      organisationName: 'Rochdale Borough Council',
    });
    await stage.teamMember(exhibition, {
      name: 'Siân O’Featherstonehaugh-Llewellyn-Ffoulkes',
      organisationName: long,
      skills: ['lead', 'language:cy', 'topic:community wealth building'],
      wishedMinutes: 360,
      availability: [
        { from: '2035-09-23T08:00:00Z', until: '2035-09-23T12:00:00Z' },
        {
          from: '2035-09-23T13:00:00Z',
          until: '2035-09-23T14:00:00Z',
          kind: 'unavailable',
          why: 'My fringe',
        },
      ],
    });
    await stage.teamMember(exhibition, { name: 'Bo Example', status: 'declined' });
    const context = await browser.newContext({
      baseURL: stage.url,
      extraHTTPHeaders: await stage.headers(staffPerson),
    });
    page = await context.newPage();
    complaints = listenForComplaints(page);
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  it.each([
    ['team', () => `${exhibition.manage}/team`],
    ['team empty', () => `${empty.manage}/team`],
    ['team none like this', () => `${exhibition.manage}/team?q=nobody`],
    ['invite', () => `${exhibition.manage}/team/invite?q=ann`],
    ['member', () => `${exhibition.manage}/team/${ann.id}`],
    ['member about', () => `${exhibition.manage}/team/${ann.id}/about`],
    ['member withdraw', () => `${exhibition.manage}/team/${ann.id}/withdraw`],
    ['passes', () => `${exhibition.manage}/passes`],
    ['passes empty', () => `${empty.manage}/passes`],
    ['own', () => `/stands/team/${ann.secret}`],
    ['own exceptions', () => `/stands/team/${ann.secret}/exceptions`],
    ['own about', () => `/stands/team/${ann.secret}/about`],
    ['own decline', () => `/stands/team/${ann.secret}/decline`],
  ])('%s: the page has no faults', async (name, path) => {
    const answer = await page.goto(path());
    expect(answer?.status()).toBe(200);
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, `team ${name}`);
    expect(complaints).toEqual([]);
  });

  const free = async ({ id }: StagedMember): Promise<number> => {
    const [row] = await stage.query<{ hours: number }>(
      `SELECT coalesce(sum(extract(epoch FROM ends_at - starts_at) / 3600), 0)::float AS hours FROM availability
       WHERE team_member_id = $1 AND kind <> 'unavailable'`,
      [id],
    );
    return row?.hours ?? 0;
  };

  const pressing = async (isScripted: boolean) => {
    const member = await stage.teamMember(exhibition, { status: 'invited' });
    const context = await browser.newContext({
      baseURL: stage.url,
      javaScriptEnabled: isScripted,
      viewport: { width: 320, height: 640 },
    });
    const phone = await context.newPage();
    await phone.goto(`/stands/team/${member.secret}`);
    return { member, phone, close: () => context.close() };
  };

  it('saves each press at once, and says so; by keyboard, too', async () => {
    const { member, phone, close } = await pressing(true);
    await phone
      .getByRole('group', { name: /^9am to 10am/ })
      .first()
      .getByRole('radio', { name: 'Would like' })
      .click();
    await until(async () => (await free(member)) === 1);
    await phone
      .getByRole('group', { name: /^10am to 11am/ })
      .first()
      .getByRole('radio', { name: 'Can', exact: true })
      .focus();
    await phone.keyboard.press('Space');
    await until(async () => (await free(member)) === 2);
    await phone.getByRole('button', { name: 'I’m there all Monday' }).click();
    await until(async () => (await free(member)) === 5.5);
    await phone
      .getByText(/^Saved at/)
      .first()
      .waitFor();
    await phone.reload();
    const first = phone.getByRole('group', { name: /^9am to 10am/ }).first();
    expect(await first.getByRole('radio', { name: 'Would like' }).isChecked()).toBe(true);
    await close();
  });

  it('does the same without a script, and lets one go back', async () => {
    const { member, phone, close } = await pressing(false);
    await phone.getByRole('button', { name: 'I’m there all Sunday' }).click();
    expect(await free(member)).toBe(8);
    await phone
      .getByRole('group', { name: /^9am to 10am/ })
      .first()
      .getByRole('radio', { name: 'Cannot' })
      .click();
    await phone.getByRole('button', { name: 'Save', exact: true }).nth(1).click();
    expect(await free(member)).toBe(7);
    await phone.getByRole('link', { name: 'Make an exception' }).click();
    await phone.getByLabel('Day').selectOption({ label: 'Sunday 23 September' });
    await phone.getByLabel('From').fill('2pm');
    await phone.getByLabel('Until').fill('3pm');
    await phone.getByRole('button', { name: 'Save the exception' }).click();
    await phone.getByText('You have made an exception here').waitFor();
    await phone.goBack();
    await phone.goBack();
    await phone.getByRole('heading', { name: 'When can you be on the stand?' }).waitFor();
    expect(await free(member)).toBe(7);
    await close();
  });
});
