import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { staffPerson, startVisits, type StagedVisit, type VisitsStage } from '../stage.js';
import {
  stageApplication,
  stageOffer,
  stagePerson,
  stageTold,
  type StagedApplication,
} from './selection-stage.js';

const longName = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Housing Co-operative';

describe('the pages of a selection', () => {
  let stage: VisitsStage;
  let browser: Browser;
  let complaints: readonly string[];
  let page: Page;
  let told: { visit: StagedVisit; applications: readonly StagedApplication[] };
  let empty: StagedVisit;

  const as = async (person: Parameters<VisitsStage['headers']>[0] | null, more: object = {}) =>
    browser.newContext({
      baseURL: stage.url,
      ...(person && { extraHTTPHeaders: await stage.headers(person) }),
      ...more,
    });

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startVisits(), openBrowser()]);
    await stagePerson(stage, 'ann');
    empty = await stage.visit({ title: 'Emilia-Romagna' });
    told = await stageTold(stage, {
      columns: { places: 2, organisation_limit: 1, reserved: JSON.stringify([{ kind: 'press', places: 1 }]) },
      applications: [{ name: 'Ada Example' }, { organisationName: longName }, {}],
    });
    const [first, second] = told.applications as [StagedApplication, StagedApplication];
    await stageOffer(stage, told.visit, first);
    await stageOffer(stage, told.visit, second, { status: 'lapsed', deadline: '2026-04-01T12:00:00Z' });
    page = await (await as(staffPerson)).newPage();
    complaints = listenForComplaints(page);
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  it.each([
    ['selection empty', () => `${empty.manage}/selection`],
    ['criteria', () => `${empty.manage}/selection/criteria`],
    ['assessors', () => `${empty.manage}/selection/assessors`],
    ['seed', () => `${empty.manage}/selection/steps/seed`],
    ['run', () => `${told.visit.manage}/selection/run`],
    ['result empty', () => `${empty.manage}/selection/result`],
    ['result', () => `${told.visit.manage}/selection/result`],
    ['override', () => `${told.visit.manage}/selection/result/${told.applications[0]?.id}`],
    ['tell', () => `${told.visit.manage}/selection/steps/tell`],
    ['assess empty', () => '/visits/assess'],
    ['public', () => `/visits/${told.visit.slug}/selection`],
    ['public empty', () => `/visits/${empty.slug}/selection`],
    ['offers', () => `${told.visit.manage}/offers`],
    ['offers empty', () => `${empty.manage}/offers`],
    ['offer again', () => `${told.visit.manage}/offers/${told.applications[1]?.id}`],
    ['offer by hand', () => `${told.visit.manage}/offers/${told.applications[2]?.id}`],
    ['own offer', () => `/visits/applications/${told.applications[0]?.secret}/offer`],
    ['own offer late', () => `/visits/applications/${told.applications[1]?.secret}/offer`],
  ])('%s: the page has no faults', async (name, path) => {
    const answer = await page.goto(path());
    expect(answer?.status()).toBe(200);
    await shoot(page, `selection ${name}`);
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each([true, false])(
    'lead staff, an assessor and an applicant from criteria to a place on a phone (script: %s)',
    async (javaScriptEnabled) => {
      const phone = { viewport: { width: 320, height: 640 }, javaScriptEnabled };
      const contexts: BrowserContext[] = [];
      const open = async (person: Parameters<VisitsStage['headers']>[0] | null) => {
        const context = await as(person, phone);
        contexts.push(context);
        return context.newPage();
      };
      const visit = await stage.visit({ title: 'Mondragon by phone', columns: { places: 1 } });
      const one = await stageApplication(stage, visit, { name: 'Bea Example' });
      const two = await stageApplication(stage, visit, { name: 'Cy Example' });
      const staff = await open(staffPerson);
      await staff.goto(`${visit.manage}/selection`);
      await staff.getByRole('link', { name: 'Say what applications are scored by' }).click();
      await staff.getByRole('button', { name: 'Save the criteria' }).click();
      await staff.getByRole('link', { name: 'Enter at least one criterion.' }).waitFor();
      await staff.getByLabel('What it is called').first().fill('Why');
      await staff
        .getByLabel(/^How much it counts/)
        .first()
        .fill('2');
      await staff.getByRole('button', { name: 'Save the criteria' }).click();
      await staff.getByRole('link', { name: 'Name who scores them' }).click();
      await staff.getByLabel(/^Email address/).fill('ann@example.org');
      await staff.getByRole('button', { name: 'Name them as assessor' }).click();
      await staff.getByText('ann Example scores the applications.').waitFor();
      await staff.goto(`${visit.manage}/selection/steps/seed`);
      await staff.getByRole('button', { name: 'Publish the seed' }).click();
      await staff.getByText(/The seed is published/).waitFor();

      const ann = await open({ id: 'ann', name: 'Ann Example', roles: ['person'] });
      for (const [{ code }, points] of [
        [one, '5'],
        [two, '1'],
      ] as const) {
        await ann.goto(`/visits/assess/${visit.id}`);
        await ann.getByRole('link', { name: code }).click();
        await ann.getByRole('button', { name: 'Save the score' }).click();
        await ann.getByRole('link', { name: /^Choose 0 to 5 points/ }).waitFor();
        await ann.getByRole('radio', { name: points }).check();
        await ann.getByRole('button', { name: 'Save the score' }).click();
        await ann.getByText('Your score is saved.').waitFor();
      }
      await shoot(ann, `selection assess ${javaScriptEnabled}`);

      await stage.query('UPDATE visits SET applications_close_at = $2 WHERE id = $1', [
        visit.id,
        '2026-03-01T12:00:00Z',
      ]);
      await staff.goto(`${visit.manage}/selection`);
      await staff.getByRole('link', { name: 'Close scoring' }).click();
      await staff.getByRole('button', { name: 'Close scoring' }).click();
      await staff.getByRole('link', { name: 'Run the selection' }).click();
      await staff.getByRole('button', { name: 'Run the selection' }).click();
      await staff.getByText('The selection is run.').waitFor();
      await shoot(staff, `selection run ${javaScriptEnabled}`);
      await staff.getByRole('link', { name: 'Cy Example' }).click();
      await staff.getByLabel('A place').check();
      await staff.getByLabel('Why').fill('We would like to have them.');
      await staff.getByRole('button', { name: 'Change the result' }).click();
      await staff.getByRole('link', { name: /Take a place from somebody else first/ }).waitFor();
      await staff.goto(`${visit.manage}/selection/steps/tell`);
      await staff.getByRole('button', { name: 'Tell all applicants' }).click();
      await staff.getByText('2 applicants are told.').waitFor();

      const bea = await open(null);
      await bea.goto(`/visits/applications/${one.secret}/offer`);
      await bea.getByRole('button', { name: 'Send the answer' }).click();
      await bea.getByRole('link', { name: 'Say whether you accept the place.' }).waitFor();
      await bea.getByLabel('No, it goes to somebody else').check();
      await bea.getByRole('button', { name: 'Send the answer' }).click();
      await bea.getByText('Thank you for telling us.').waitFor();
      const cy = await open(null);
      await cy.goto(`/visits/applications/${two.secret}/offer`);
      await cy.getByLabel('Yes, accept it').check();
      await cy.getByLabel('I do not know yet').check();
      await shoot(cy, `selection accept ${javaScriptEnabled}`);
      await cy.getByRole('button', { name: 'Send the answer' }).click();
      await cy.waitForURL(/\/visits\/travellers\//);
      await cy.goto(`/visits/${visit.slug}/selection`);
      await cy.getByText(one.code).first().waitFor();
      expect(await cy.getByText('Example').count()).toBe(0);
      await shoot(cy, `selection told ${javaScriptEnabled}`);
      await Promise.all(contexts.map((context) => context.close()));
    },
  );
});
