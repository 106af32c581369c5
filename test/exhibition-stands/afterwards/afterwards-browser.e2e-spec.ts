import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { shoot } from '../../browser/shoot.js';
import { staffPerson, startStands, type StagedExhibition, type StandsStage } from '../stage.js';
import { feedbackSecret, stageStood, usual, type StoodStand } from './afterwards-stage.js';

describe('the pages about what an exhibition came to', () => {
  let stage: StandsStage;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];
  let stand: StoodStand;
  let empty: StagedExhibition;
  let secret: string;
  let noteId: string;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([startStands(), openBrowser()]);
    stand = await stageStood(stage, [
      ...usual,
      {
        name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(4).slice(0, 200),
        organisationName: 'مجلس المدينة التعاوني',
        shifts: [[1, 'checked-in']],
      },
    ]);
    empty = await stage.exhibition();
    const api = await stage.headers({ ...staffPerson, via: 'api' });
    const path = `/exhibitions/${stand.exhibition.id}/afterwards`;
    await stage.api('POST', `${path}/thanks/sendings`, api, { whom: 'people' });
    secret = await feedbackSecret(stage, stand.members['Ada Example']?.id ?? '');
    const other = await feedbackSecret(stage, stand.members['Bo Sample']?.id ?? '');
    await stage.api(
      'POST',
      `/feedback-links/${other}`,
      {},
      {
        rating: 4,
        fair: 'partly',
        wentWell: 'The tea, and that somebody was always there.\nThe corner.',
        toChange: `More chairs. ${'W'.repeat(200)}`,
        again: 'yes',
        mayQuote: true,
      },
    );
    const note = await stage.api<{ id: string }>('POST', `${path}/notes`, api, {
      kind: 'buy',
      text: 'A second banner',
      ownerName: 'Sam Example',
    });
    noteId = note.body.id;
    const done = await stage.api<{ id: string }>('POST', `${path}/notes`, api, {
      text: 'Book the corner again',
    });
    await stage.api('POST', `${path}/notes/${done.body.id}/done`, api, { isDone: true });
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

  const of = (part: string) => () => `${stand.exhibition.manage}/afterwards${part}`;
  const ofEmpty = (part: string) => () => `${empty.manage}/afterwards${part}`;

  it.each([
    ['in short', of('')],
    ['in short empty', ofEmpty('')],
    ['hours', of('/hours')],
    ['hours empty', ofEmpty('/hours')],
    ['hours of one', () => of(`/hours/${stand.members['Dee Mockup']?.id}`)()],
    ['organisations', of('/organisations?sort=organisation')],
    ['thanks', of('/thanks')],
    ['thanks empty', ofEmpty('/thanks')],
    ['feedback', of('/feedback')],
    ['feedback empty', ofEmpty('/feedback')],
    ['notes', of('/notes')],
    ['notes empty', ofEmpty('/notes')],
    ['note new', of('/notes/new')],
    ['note edit', () => of(`/notes/${noteId}/edit`)()],
    ['note delete', () => of(`/notes/${noteId}/delete`)()],
    ['note task', () => of(`/notes/${noteId}/task`)()],
    ['own feedback', () => `/stands/feedback/${secret}`],
    ['own page over', () => `/stands/team/${stand.members['Ada Example']?.secret}`],
    ['managed', () => '/stands/manage'],
  ])('%s: the page has no faults', async (name, path) => {
    const answer = await page.goto(path());
    expect(answer?.status()).toBe(200);
    expect(await faultsOf(page)).toEqual([]);
    await shoot(page, `afterwards ${name}`);
    expect(complaints).toEqual([]);
  });

  it.each([true, false])(
    'somebody says how it was on a phone, and changes it (script: %s)',
    async (scripts) => {
      const phone = await (
        await browser.newContext({
          baseURL: stage.url,
          javaScriptEnabled: scripts,
          viewport: { width: 320, height: 640 },
        })
      ).newPage();
      await phone.goto(`/stands/feedback/${secret}`);
      await phone.getByText('with your name').first().waitFor();
      if (scripts) {
        await phone.getByRole('button', { name: 'Send it' }).click();
        await phone.getByText('Say how it was, from 1 to 5.').first().waitFor();
        expect(await faultsOf(phone)).toEqual([]);
      }
      await phone.getByLabel('5: Very good').check();
      await phone.getByRole('group', { name: 'Would you stand again?' }).getByLabel('Maybe').check();
      await phone.getByLabel('What to change (optional)').fill(`More chairs (script: ${scripts})`);
      await phone.getByRole('button', { name: scripts ? 'Send it' : 'Change what I said' }).click();
      await phone.getByText('We have what you said.').waitFor();
      expect(await phone.getByLabel('What to change (optional)').inputValue()).toBe(
        `More chairs (script: ${scripts})`,
      );
      await phone.context().close();
    },
  );

  it.each([true, false])(
    'staff word the thanks, look at the mail, send it, and note what was said (script: %s)',
    async (scripts) => {
      const own = await stageStood(stage);
      const context = await browser.newContext({
        baseURL: stage.url,
        javaScriptEnabled: scripts,
        extraHTTPHeaders: await stage.headers(staffPerson),
      });
      const staff = await context.newPage();
      await staff.goto(`${own.exhibition.manage}/afterwards`);
      await staff.getByText('2 people to thank').waitFor();
      await staff
        .getByRole('navigation', { name: 'What came of it' })
        .getByRole('link', { name: 'Thanks' })
        .click();
      await staff.getByLabel('To those who stood').fill('thank you for carrying the boxes.');
      await staff.getByRole('button', { name: 'Keep these words' }).click();
      await staff.getByText('Your words are kept.').waitFor();
      await staff.getByText('The mail as Ada Example has it').click();
      await staff.locator('.cn-verbatim', { hasText: 'thank you for carrying the boxes.' }).waitFor();
      await staff.getByRole('button', { name: 'Send thanks to 2 people' }).click();
      await staff.getByText('Thanks are on their way to 2 people.').waitFor();
      expect(await staff.getByRole('button', { name: /^Send thanks to \d+ p/ }).count()).toBe(0);
      const link = await feedbackSecret(stage, own.members['Bo Sample']?.id ?? '');
      await stage.api(
        'POST',
        `/feedback-links/${link}`,
        {},
        { rating: 3, toChange: 'More light', again: 'no' },
      );
      await staff.goto(`${own.exhibition.manage}/afterwards/feedback`);
      await staff.getByText('1 answer of 2 who were asked').waitFor();
      await staff.getByRole('button', { name: /^Make a note for next year/ }).click();
      await staff.getByText('It is a note for next year now').waitFor();
      await staff.goto(`${own.exhibition.manage}/afterwards/notes`);
      await staff.getByRole('link', { name: /^Make it a task/ }).click();
      for (const [label, value] of [
        ['Day', '1'],
        ['Month', '8'],
        ['Year', '2035'],
      ] as const) {
        await staff.getByLabel(label, { exact: true }).fill(value);
      }
      await staff.getByRole('button', { name: 'Add the task' }).click();
      await staff.getByText('The note is a task now.').waitFor();
      await context.close();
    },
  );
});
