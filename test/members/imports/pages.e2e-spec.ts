import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../../browser/page-checks.js';
import { importAll, startImporting, uploadPath, type Importing } from './importing.js';

const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'.repeat(3);

const letters = (number: number) =>
  Array.from(String(number).padStart(3, '0'), (digit) => 'bcdfghklmp'[Number(digit)]?.repeat(2)).join('a');

/** Something of every kind: changes, likenesses, problems, long words; and enough for several pages. */
const mixed = [
  'name,category,kind,since,notes',
  `known council,full,unitary council,1/6/2019,"Much ${'to say '.repeat(60)}"`,
  'Same Council,full,council,,',
  `${long},gold,council,30/02/2099,`,
  ',full,council,,',
  'Known Borough Council,full,council,,',
  'Sane Council,full,council,,',
  ...Array.from({ length: 120 }, (_, index) => `New ${letters(index)},affiliate,charity,,`),
].join('\n');

let members: Importing;
let browser: Browser;
let other: pg.Client;
let preview: string;
beforeAll(async () => {
  members = await startImporting();
  browser = await openBrowser();
  other = new pg.Client({ connectionString: members.system.databaseUrl('members') });
  await other.connect();
  await importAll(members, 'name,category,kind\nKnown Council,full,council\nSame Council,full,council');
  preview = await members.preview(mixed);
});
afterAll(async () => {
  await other.end();
  await browser.close();
  await members.stop();
});

async function withPage(work: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ extraHTTPHeaders: await members.headers(), ...options });
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
  await other.query('LOCK TABLE membership_changes IN SHARE MODE');
  try {
    await work();
  } finally {
    await other.query('ROLLBACK');
  }
}

test.each([
  ['the upload form and the latest imports', () => uploadPath],
  ['a preview', () => preview],
  ['the third page of a preview', () => `${preview}?page=3`],
])('there is nothing wrong with %s', async (_, path) => {
  await withPage(async (page) => {
    const complaints = listenForComplaints(page);
    await page.goto(members.url + path());
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test('nor with the form after a mistake', async () => {
  await withPage(async (page) => {
    await page.goto(members.url + uploadPath);
    await page.getByRole('button', { name: 'Upload and look at it' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Choose a CSV file' }).click();
    await expect(page.evaluate(() => document.activeElement?.id)).resolves.toBe('file');
    expect(await faultsOf(page)).toEqual([]);
  });
});

test('nor with a preview that was confirmed in spite of problems', async () => {
  await withPage(async (page) => {
    await page.goto(members.url + preview);
    await page.getByRole('button', { name: 'Add 120 organisations and change 1 organisation' }).click();
    await page.getByRole('alert').getByRole('link').click();
    await expect(page.evaluate(() => document.activeElement?.id)).resolves.toBe('leave-out');
    expect(await faultsOf(page)).toEqual([]);
  });
});

test('with scripts, an import is followed to its end without a reload of the reader’s own', async () => {
  await withPage(async (page) => {
    const complaints = listenForComplaints(page);
    const rows = Array.from({ length: 350 }, (_, index) => `Followed ${letters(index)},affiliate,charity`);
    await page.goto(members.url + uploadPath);
    await page.getByLabel('The file').setInputFiles({
      name: 'many.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['name,category,kind', ...rows].join('\n')),
    });
    await page.getByRole('button', { name: 'Upload and look at it' }).click();
    await whileNothingCanBeWritten(async () => {
      await page.getByRole('button', { name: 'Add 350 organisations' }).click();
      await page.getByRole('heading', { name: '“many.csv” is being imported' }).waitFor();
      expect(await faultsOf(page)).toEqual([]);
    });
    await page.getByRole('heading', { name: 'The import is done' }).waitFor();
    expect(await page.getByText('350 organisations added.').isVisible()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test('without scripts, everything works as well', async () => {
  await withPage(
    async (page) => {
      await page.goto(members.url + uploadPath);
      await page.getByLabel('The file').setInputFiles({
        name: 'mixed.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(mixed),
      });
      await page.getByRole('button', { name: 'Upload and look at it' }).click();
      await page.getByRole('link', { name: 'Like another (2)' }).click();
      await page.getByLabel('What is row 6?').selectOption('The same: keep the name “Known Council”');
      await page.getByLabel('What is row 7?').selectOption('Another organisation: add it');
      await page.getByRole('button', { name: 'Save what you decided' }).click();
      await page.getByRole('link', { name: 'With problems (3)' }).click();
      expect(await page.getByText('This is the same organisation as in row 2.').isVisible()).toBe(true);
      await page.getByLabel('Leave out the 3 rows with problems').check();
      await whileNothingCanBeWritten(async () => {
        await page.getByRole('button', { name: 'Add 121 organisations and change 1 organisation' }).click();
        await page.getByRole('heading', { name: '“mixed.csv” is being imported' }).waitFor();
      });
      await page.getByRole('heading', { name: 'The import is done' }).waitFor();
      const words =
        '121 organisations added, 1 organisation changed, 1 organisation left as before and 3 rows left out.';
      expect(await page.getByText(words).isVisible()).toBe(true);
    },
    { javaScriptEnabled: false },
  );
});

test('an import that was interrupted offers to try again', async () => {
  const path = await members.preview('name,category,kind\nTried Again Trust,affiliate,charity');
  await members.query(`UPDATE imports SET state = 'running' WHERE id = $1`, [path.split('/').at(-1)]);
  await withPage(async (page) => {
    await page.goto(members.url + path);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'The import is done' }).waitFor();
  });
});
