import pg from 'pg';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { openBrowser } from '#launcher';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';
import { sam, startSignedIn, type SignedInSystem } from '../shell/signed-in.js';

/** The machine may be busy with the rest of the tests. */
const patience = 60_000;
const rows = 120;

interface ImportingApp {
  readonly app: string;
  readonly uploadPath: string;
  /** Keeps an import from going on while somebody else holds it. */
  readonly table: string;
  readonly result: string;
  file(this: void, name: string): string;
}

const letters = (number: number) =>
  Array.from(String(number), (digit) => 'bcdfghklmp'[Number(digit)]?.repeat(2)).join('a');
const numbers = Array.from({ length: rows }, (_, index) => index);

const importing: readonly ImportingApp[] = [
  {
    app: 'events-calendar',
    uploadPath: '/calendar/manage/import',
    table: 'occurrences',
    result: `${rows} events added.`,
    file: (name) =>
      ['ref,title,start,status', ...numbers.map((each) => `,${name} ${each},2099-03-01,draft`)].join('\r\n'),
  },
  {
    app: 'members',
    uploadPath: '/members/manage/organisations/import',
    table: 'membership_changes',
    result: `${rows} organisations added.`,
    file: (name) =>
      ['name,category,kind', ...numbers.map((each) => `${name} ${letters(each)} Trust,full,council`)].join(
        '\r\n',
      ),
  },
];

let site: SignedInSystem;
let browser: Browser;
beforeAll(async () => {
  site = await startSignedIn();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const contexts: BrowserContext[] = [];
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
});

/** Staff at the site's one address, behind the shell. */
async function staffBrowser(javaScriptEnabled = true): Promise<BrowserContext> {
  const url = site.system.urls['shell'] ?? '';
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled });
  context.setDefaultTimeout(patience);
  contexts.push(context);
  const value = (await site.signedIn(sam)).cookies.get('session') ?? '';
  await context.addCookies([{ name: 'session', value, url }]);
  return context;
}

/** An import that has been begun and waits for somebody else's lock, and what moves it on. */
interface Held {
  readonly page: Page;
  /** As the import itself tells how far it is: on a connection of its own. */
  reaches(this: void, progress: number): Promise<void>;
  release(this: void): Promise<void>;
}

async function whileHeld(
  { app, uploadPath, table, file }: ImportingApp,
  page: Page,
  name: string,
  work: (held: Held) => Promise<void>,
): Promise<void> {
  const connect = async () => {
    const client = new pg.Client({ connectionString: site.system.databaseUrl(app) });
    await client.connect();
    return client;
  };
  const [other, teller] = [await connect(), await connect()];
  try {
    await page.goto(uploadPath);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: `${name}.csv`, mimeType: 'text/csv', buffer: Buffer.from(file(name)) });
    await page.locator('main form button').click();
    await page.getByText('before it is imported').waitFor();
    await other.query(`BEGIN; LOCK TABLE ${table} IN SHARE MODE`);
    await page.locator('main form[action$="/confirm"] button').click();
    await page.getByText('is being imported').waitFor();
    const id = page.url().split('/').at(-1);
    await work({
      page,
      reaches: async (progress) => {
        await teller.query('UPDATE imports SET progress = $2 WHERE id = $1', [id, progress]);
      },
      release: async () => {
        await other.query('ROLLBACK');
      },
    });
  } finally {
    await other.end();
    await teller.end();
  }
}

const streamsOf = (page: Page): readonly Request[] => {
  const asked: Request[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/progress')) asked.push(request);
  });
  return asked;
};

const says = (page: Page, words: string) => page.getByText(words).first().waitFor();

/** What the page itself has weighed so far, its chrome with it, in bytes over the wire. */
const weightOf = (page: Page): Promise<number> =>
  page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .map((entry) => (entry as PerformanceResourceTiming).transferSize)
      .reduce((sum, bytes) => sum + bytes, 0),
  );

describe.each(importing)('an import of $app', (importingApp) => {
  const { app, result } = importingApp;

  it('is seen to go on in two tabs, by one stream each, and moves to its result', async () => {
    const context = await staffBrowser();
    const page = await context.newPage();
    const complaints = listenForComplaints(page);
    const asked = streamsOf(page);
    const opened = Date.now();
    await page.clock.setFixedTime(opened);
    await whileHeld(importingApp, page, 'Seen', async ({ reaches, release }) => {
      const other = await context.newPage();
      await other.goto(page.url());
      await page.evaluate(() => {
        document.body.dataset['same'] = 'yes';
      });
      for (const progress of [37, 101]) {
        await reaches(progress);
        for (const tab of [page, other]) {
          await says(tab, `${progress} of ${rows} rows`);
          expect(await tab.locator('progress').evaluate((bar: HTMLProgressElement) => bar.value)).toBe(
            progress,
          );
        }
      }
      expect(await page.locator('body').getAttribute('data-same')).toBe('yes');
      expect(await page.getByLabel(`101 of ${rows} rows`).count()).toBe(1);
      // What is spoken comes every ten seconds at most, and none have passed for this page yet.
      expect(await page.locator('[role=status]').textContent()).toBe('');
      await page.clock.setFixedTime(opened + 10_000);
      await reaches(102);
      await page.locator('[role=status]', { hasText: `102 of ${rows} rows` }).waitFor({ state: 'attached' });
      expect(asked.map((request) => request.resourceType())).toEqual(['eventsource']);
      expect(await weightOf(page)).toBeLessThan(60_000);
      await shoot(page, `import of ${app} under way`);
      expect(await faultsOf(page)).toEqual([]);
      await release();
      for (const tab of [page, other]) await says(tab, result);
      expect(complaints).toEqual([]);
    });
  });

  it('whose service is killed in the middle is shown as interrupted, and goes on when tried again', async () => {
    const page = await (await staffBrowser()).newPage();
    await whileHeld(importingApp, page, 'Killed', async ({ reaches, release }) => {
      await reaches(12);
      await says(page, `12 of ${rows} rows`);
      await site.system.kill(app, 'SIGKILL');
      await page.getByText('How it stands cannot be seen at the moment').waitFor({ state: 'visible' });
      await shoot(page, `import of ${app} not seen`);
      expect(await page.locator('h1').textContent()).toContain('is being imported');
      // The database notices that nobody is there any more once it has nothing to wait for.
      await release();
      await site.system.restart(app);
      await says(page, 'The import was interrupted');
      await page.getByRole('button', { name: 'Try again' }).click();
      await says(page, result);
    });
  });

  it('is seen to go on without scripts, as the page is loaded anew', async () => {
    const page = await (await staffBrowser(false)).newPage();
    await whileHeld(importingApp, page, 'Plain', async ({ reaches, release }) => {
      await reaches(45);
      await says(page, `45 of ${rows} rows`);
      expect(await page.getByText('How it stands cannot be seen').isVisible()).toBe(false);
      await release();
      await says(page, result);
    });
  });
});

it('a shell and a service with open streams stop at once, and the page finds them again', async () => {
  const [calendar] = importing;
  if (!calendar) throw new Error('there is no app to import into');
  const page = await (await staffBrowser()).newPage();
  await whileHeld(calendar, page, 'Stopped', async ({ reaches, release }) => {
    await reaches(7);
    await says(page, `7 of ${rows} rows`);
    await site.system.kill('shell', 'SIGTERM');
    // What takes longer than it may is cut off, and that is told of.
    expect(site.system.logs('shell')).not.toContain('did not finish in time');
    await site.system.restart('shell');
    await reaches(8);
    await says(page, `8 of ${rows} rows`);
    await release();
    await says(page, calendar.result);
  });
});
