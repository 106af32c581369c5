import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { startImporting, type Importing } from './importing.js';

const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(4);

/** Something of every kind: new, with notes, with problems, with long words; and enough for several pages. */
const mixed = [
  'ref,title,start,kind,format,status,description',
  `2099-known,Known better,2099-06-02,meeting,online,published,"Much ${'to say '.repeat(60)}"`,
  '2099-same,The same,2099-06-01,meeting,online,published,',
  `,${long},30/02/2099,party,by post,perhaps,`,
  ',,2099-06-01T10:00,meeting,online,draft,',
  ...Array.from({ length: 120 }, (_, index) => `,Meeting ${index},2099-07-01,meeting,in person,draft,`),
].join('\n');

let calendar: Importing;
let browser: Browser;
let other: pg.Client;
let preview: string;
beforeAll(async () => {
  calendar = await startImporting();
  browser = await openBrowser();
  other = new pg.Client({ connectionString: calendar.system.databaseUrl('events-calendar') });
  await other.connect();
  const known = await calendar.preview(
    [
      'ref,title,start,kind,format,status,description',
      '2099-known,Known,2099-06-01,meeting,in person,published,Little',
      '2099-same,The same,2099-06-01,meeting,online,published,',
    ].join('\n'),
  );
  await calendar.confirm(known);
  await calendar.outcome(known);
  preview = await calendar.preview(mixed);
});
afterAll(async () => {
  await other.end();
  await browser.close();
  await calendar.stop();
});

async function withPage(work: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ extraHTTPHeaders: await calendar.headers(), ...options });
  context.setDefaultTimeout(60_000);
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Keeps every import waiting while `work` goes on. */
async function whileNothingCanBeWritten(work: () => Promise<void>): Promise<void> {
  await other.query('BEGIN');
  await other.query('LOCK TABLE occurrences IN SHARE MODE');
  try {
    await work();
  } finally {
    await other.query('ROLLBACK');
  }
}

async function expectNoFaults(page: Page, path: string): Promise<void> {
  const complaints = listenForComplaints(page);
  await page.goto(calendar.url + path);
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
}

test.each([
  ['the upload form and the latest imports', () => '/calendar/manage/import'],
  ['a preview', () => preview],
  ['the third page of a preview', () => `${preview}?page=3`],
])('there is nothing wrong with %s', async (_, path) => {
  await withPage((page) => expectNoFaults(page, path()));
});

test('nor with the form after a mistake', async () => {
  await withPage(async (page) => {
    await page.goto(`${calendar.url}/calendar/manage/import`);
    await page.getByRole('button', { name: 'Upload and look at it' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Choose a CSV file' }).click();
    await expect(page.evaluate(() => document.activeElement?.id)).resolves.toBe('file');
    expect(await faultsOf(page)).toEqual([]);
  });
});

test('nor with a preview that was confirmed in spite of problems', async () => {
  await withPage(async (page) => {
    await page.goto(calendar.url + preview);
    await page.getByRole('button', { name: 'Add 120 events and change 1 event' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('alert').getByRole('link').click();
    await expect(page.evaluate(() => document.activeElement?.id)).resolves.toBe('leave-out');
    expect(await faultsOf(page)).toEqual([]);
  });
});

test('with scripts, an import is followed to its end without a reload of the reader’s own', async () => {
  await withPage(async (page) => {
    const complaints = listenForComplaints(page);
    await page.goto(`${calendar.url}/calendar/manage/import`);
    await page.getByLabel('The file').setInputFiles({
      name: 'many.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        `title,start\n${Array.from({ length: 350 }, (_, n) => `Followed ${n},2099-08-01`).join('\n')}`,
      ),
    });
    await page.getByRole('button', { name: 'Upload and look at it' }).click();
    await whileNothingCanBeWritten(async () => {
      await page.getByRole('button', { name: 'Add 350 events' }).click();
      await page.getByRole('heading', { name: '“many.csv” is being imported' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
    await page.getByRole('heading', { name: 'The import is done' }).waitFor();
    expect(await page.getByText('350 events added.').isVisible()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'Followed 7', exact: true }).click();
    await page.getByRole('heading', { name: 'Followed 7' }).waitFor();
    expect(complaints).toEqual([]);
  });
});

test('without scripts, everything works as well', async () => {
  await withPage(
    async (page) => {
      await page.goto(`${calendar.url}/calendar/manage/import`);
      await page.getByLabel('The file').setInputFiles({
        name: 'mixed.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(mixed),
      });
      await page.getByText('What to take where the file says nothing').click();
      await page.getByLabel('Who it is for').selectOption('public');
      await page.getByRole('button', { name: 'Upload and look at it' }).click();
      await page.getByRole('link', { name: 'With problems (2)' }).click();
      expect(await page.getByRole('row').count()).toBe(3);
      await page.getByLabel('Leave out the 2 rows with problems').check();
      await whileNothingCanBeWritten(async () => {
        await page.getByRole('button', { name: 'Add 120 events and change 1 event' }).click();
        await page.getByRole('heading', { name: '“mixed.csv” is being imported' }).waitFor();
      });
      // The page reloads itself.
      await page.getByRole('heading', { name: 'The import is done' }).waitFor();
    },
    { javaScriptEnabled: false },
  );
  await withPage((page) => expectNoFaults(page, '/calendar/manage/import'));
});

test('there is nothing wrong with an import that was interrupted', async () => {
  const path = await calendar.preview('title,start\nInterrupted,2099-09-01');
  await calendar.query(`UPDATE imports SET state = 'running' WHERE id = $1`, [path.split('/').at(-1)]);
  await withPage(async (page) => {
    await expectNoFaults(page, path);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'The import is done' }).waitFor();
  });
});

test('a double click on the button writes once', async () => {
  await withPage(async (page) => {
    const path = await calendar.preview('title,start\nClicked twice,2099-09-02');
    await page.goto(calendar.url + path);
    await page.getByRole('button', { name: 'Add 1 event' }).dblclick();
    await page.getByRole('heading', { name: 'The import is done' }).waitFor();
    const rows = await calendar.query(`SELECT 1 FROM events WHERE title = 'Clicked twice'`);
    expect(rows).toHaveLength(1);
  });
});
