import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import type { StagedTraveller, StagedVisit } from '../stage.js';
import { startReadiness, type Headers, type ReadinessStage } from './readiness-stage.js';
import { secrets, told } from './told.js';

const phone = { width: 320, height: 700 };

describe('readiness in a browser', () => {
  let stage: ReadinessStage;
  let browser: Browser;
  const open: BrowserContext[] = [];

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startReadiness(), openBrowser()]);
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  const pageOf = async (javaScriptEnabled: boolean, headers: Headers = {}): Promise<Page> => {
    const { 'sec-fetch-site': _site, ...sent } = headers;
    const context = await browser.newContext({
      baseURL: stage.url,
      javaScriptEnabled,
      viewport: phone,
      extraHTTPHeaders: sent,
    });
    open.push(context);
    return context.newPage();
  };
  const party = async (visit: StagedVisit): Promise<StagedTraveller[]> => {
    const names = [
      'Siân O’Featherstonehaugh-Llewellyn-Ffoulkes',
      'محمد العربي',
      'x'.repeat(200),
      'Ada Ready',
    ];
    const travellers: StagedTraveller[] = [];
    for (const name of names)
      travellers.push(
        await stage.traveller(visit, { name, organisationName: 'Rochdale Metropolitan Borough Council' }),
      );
    return travellers;
  };
  const fillDate = async (
    page: Page,
    legend: string,
    place: number,
    [day, month, year]: readonly string[],
  ) => {
    const group = page.getByRole('group', { name: legend }).nth(place);
    await group.getByLabel('Day').fill(day ?? '');
    await group.getByLabel('Month').fill(month ?? '');
    await group.getByLabel('Year').fill(year ?? '');
  };

  it.each([true, false])('is told by a traveller on a phone, with scripts: %s', async (isScripted) => {
    const visit = await stage.visit({ status: 'confirmed' });
    await stage.onlyTold(visit);
    const who = await stage.traveller(visit);
    const page = await pageOf(isScripted);
    const complaints = listenForComplaints(page);
    await page.goto(`/visits/travellers/${who.secret}/ready`);
    await page.getByText('6 things to do, each in a few minutes.').waitFor();
    if (isScripted) {
      await shoot(page, 'own-readiness');
      expect(await faultsOf(page)).toEqual([]);
      await page.setViewportSize(phone);
    }
    await page.getByRole('link', { name: 'Your passport' }).click();
    // What is wrong is said beside it and above, and what was typed stays.
    await page.getByRole('textbox', { name: 'Number' }).first().fill('A1');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: /Enter the number as the passport shows it/ }).waitFor();
    await page.getByRole('link', { name: 'Choose the country that issued the passport.' }).waitFor();
    if (isScripted) {
      await shoot(page, 'own-passport-refused');
      expect(await faultsOf(page)).toEqual([]);
      await page.setViewportSize(phone);
    }
    await page.getByRole('textbox', { name: 'Number' }).first().fill(secrets.number);
    await page.getByLabel('Country that issued it').first().selectOption('United Kingdom');
    await fillDate(page, 'Date of issue', 0, ['1', '1', '2020']);
    await fillDate(page, 'Date of expiry', 0, ['1', 'March', '2036']);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Passport: saved.').waitFor();
    await page.getByText('Issued 10 years or longer before the visit begins.').waitFor();
    await page.getByText('6 things to do, each in a few minutes.').waitFor();
    await page.getByRole('link', { name: 'Your passport' }).click();
    await page.getByText('We have ••••••321. Leave it blank if that is right.').waitFor();
    await fillDate(page, 'Date of issue', 0, ['1', '1', '2026']);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('5 things to do, each in a few minutes.').waitFor();
    // Nothing needed is an answer.
    await page.getByRole('link', { name: 'What you eat' }).click();
    await page.getByRole('radio', { name: 'No, everything is fine' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Food: saved.').waitFor();
    await page.getByRole('link', { name: 'What you need to take part' }).click();
    await page.getByRole('radio', { name: /^Yes/ }).check();
    await page.getByLabel('What is needed').fill(secrets.access);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: /^Tick the box/ }).waitFor();
    await page.getByRole('checkbox').check();
    if (isScripted) {
      await shoot(page, 'own-access');
      expect(await faultsOf(page)).toEqual([]);
      await page.setViewportSize(phone);
    }
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Access: saved.').waitFor();
    await page.getByRole('link', { name: 'Who may know that you travel' }).click();
    for (const group of await page.getByRole('group').all())
      await group.getByLabel('No', { exact: true }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('2 things to do, each in a few minutes.').waitFor();
    expect(complaints).toEqual([]);
  });

  it.each([true, false])('is seen by staff as a table and as cards, with scripts: %s', async (isScripted) => {
    const visit = await stage.visit({ status: 'confirmed' });
    const travellers = await party(visit);
    const last = travellers[3];
    if (last === undefined) throw new Error('nobody travels');
    await stage.tellAll(last);
    await stage.tell(travellers[0] ?? last, 'insurance', { ...told.insurance, until: '2035-03-12' });
    const page = await pageOf(isScripted, stage.staff);
    await page.goto(`${visit.manage}/readiness`);
    await page.getByText('0 of 4 travellers are ready.').waitFor();
    if (isScripted) {
      await shoot(page, 'readiness');
      expect(await faultsOf(page)).toEqual([]);
      await page.setViewportSize(phone);
    }
    await page.getByLabel('Name or organisation').fill('ada');
    await page.getByRole('button', { name: 'Show these travellers' }).click();
    expect(await page.locator('.cn-matrix tbody tr').count()).toBe(1);
    await page.getByRole('link', { name: 'Ada Ready', exact: true }).click();
    await page.getByRole('heading', { name: 'Ada Ready', level: 1 }).waitFor();
    expect(await page.content()).not.toContain(secrets.number);
    await page.getByRole('button', { name: 'Show it to me' }).click();
    await page.getByRole('link', { name: 'Say why you have to see it.' }).waitFor();
    await page.getByRole('checkbox', { name: 'Passport' }).check();
    await page.getByLabel('Why?').fill('To book the flights');
    await page.getByRole('button', { name: 'Show it to me' }).click();
    await page.getByText(secrets.number).waitFor();
    expect(await page.content()).not.toContain(secrets.diet);
    if (isScripted) {
      await shoot(page, 'traveller-readiness-shown');
      expect(await faultsOf(page)).toEqual([]);
      await page.setViewportSize(phone);
    }
    await page.goto(`${visit.manage}/sensitive-data`);
    await page.getByText('To book the flights').waitFor();
    if (isScripted) {
      await shoot(page, 'sensitive-data');
      expect(await faultsOf(page)).toEqual([]);
      await page.goto(`${visit.manage}/readiness/${last.id}/dietary`);
      await page.getByRole('radio', { name: /^Yes/ }).waitFor();
      expect(await page.content()).not.toContain(secrets.diet);
      expect(await faultsOf(page)).toEqual([]);
      await page.goto(`${visit.manage}/readiness/settings`);
      await shoot(page, 'readiness-settings');
      expect(await faultsOf(page)).toEqual([]);
      await page.setViewportSize(phone);
    }
    await page.goto(`${visit.manage}/readiness/settings`);
    await page.getByLabel('So many days before the first day').fill('soon');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: /^Write whole numbers of days/ }).waitFor();
    await page.getByLabel('So many days before the first day').fill('30, 10');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The changes are saved.').waitFor();
  });

  it.each([true, false])('goes by rules that staff look after, with scripts: %s', async (isScripted) => {
    const visit = await stage.visit({ status: 'confirmed', title: `Rules ${String(isScripted)}` });
    const who = await stage.traveller(visit, { name: 'Rula Judged' });
    await stage.tell(who, 'passport', {
      passports: [
        { number: secrets.number, nationality: 'GB', issuedOn: '2026-01-01', expiresOn: '2035-07-01' },
      ],
    });
    const page = await pageOf(isScripted, stage.staff);
    await page.goto('/visits/manage/rules');
    if (isScripted) {
      await shoot(page, 'rules');
      expect(await faultsOf(page)).toEqual([]);
      await page.setViewportSize(phone);
    }
    const row = page.getByRole('row', { name: /issued less than 10 years/ });
    await row.getByRole('link', { name: 'Passport', exact: true }).click();
    await page.getByLabel('Valid for so many months').fill('many');
    await page.getByRole('button', { name: 'Save the rule' }).click();
    await page.getByRole('link', { name: /as a whole number/ }).waitFor();
    await page.getByLabel('Valid for so many months').fill('6');
    if (isScripted) {
      await shoot(page, 'rule');
      expect(await faultsOf(page)).toEqual([]);
      await page.setViewportSize(phone);
    }
    await page.getByRole('button', { name: 'Save the rule' }).click();
    await page.getByText('The rule is changed, and everybody is judged anew.').waitFor();
    await page.getByRole('link', { name: 'Rula Judged' }).first().waitFor();
    if (isScripted) {
      await shoot(page, 'rule-change');
      expect(await faultsOf(page)).toEqual([]);
      await page.setViewportSize(phone);
    }
    await page.goto('/visits/manage/rules');
    await page
      .getByRole('row', { name: /issued less than 10 years/ })
      .getByRole('link', { name: 'Passport', exact: true })
      .click();
    await page.getByLabel('Valid for so many months').fill('3');
    await page.getByRole('button', { name: 'Save the rule' }).click();
    await page.getByText('The rule is changed, and everybody is judged anew.').waitFor();
    if (!isScripted) return;
    for (const path of [
      'new?kind=authorisation',
      'new?kind=stay',
      'groups/schengen',
      '01975d00-0000-7000-8000-000000000003/remove',
    ]) {
      await page.goto(`/visits/manage/rules/${path}`);
      expect([path, await faultsOf(page)]).toEqual([path, []]);
    }
  });

  it('is shown to an organisation’s contact as done or to do', async () => {
    const organisationId = 'a-council';
    const visit = await stage.visit({ status: 'confirmed' });
    const who = await stage.traveller(visit, { name: 'Siân O’Featherstonehaugh', organisationId });
    await stage.tellAll(who);
    const page = await pageOf(true, await stage.person({ organisationId, isContact: true }));
    await page.goto(`/visits/organisation/${organisationId}/readiness`);
    await page.getByText('Siân O’Featherstonehaugh').waitFor();
    await shoot(page, 'organisation-readiness');
    expect(await faultsOf(page)).toEqual([]);
  });
});
