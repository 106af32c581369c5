import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Browser, Page } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { openBrowser } from '#launcher';
import { securityHeaders } from '#platform';
import { AgesPlot, Button, PlacesPlot, TimeLeft, uiAssets } from '#ui';
import { faultsOf, listenForComplaints } from '../browser/page-checks.js';
import { shoot } from '../browser/shoot.js';

const assets = uiAssets().addressedAt('/assets/');
const now = Temporal.Instant.from('2027-07-01T13:06:00Z');

function pageOf(title: string, content: ComponentChildren): string {
  const html = renderToString(
    <html lang="en-GB" class="govuk-template">
      <head>
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href={assets.stylesheet} />
        <script type="module" src={assets.countdown} />
      </head>
      <body class="govuk-template__body cn-section-conference">
        <main class="govuk-width-container govuk-main-wrapper">
          <h1 class="govuk-heading-l">{title}</h1>
          {content}
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>${html}`;
}

const timeLeft = (
  <TimeLeft
    what="Your places are kept"
    until={now.add({ minutes: 24 })}
    now={now}
    over="Your places are no longer kept."
    next={{ href: '/over', text: 'See what can still be had' }}
  />
);

const pages: Readonly<Record<string, string>> = {
  '/time': pageOf(
    'Your delegates',
    <>
      {timeLeft}
      <Button>Go on</Button>
      {Array.from({ length: 40 }, (_, n) => (
        <p key={n} class="govuk-body">
          Delegate {n + 1} {n === 20 && <a href="/over">Change</a>}
        </p>
      ))}
      <Button>Save</Button>
    </>,
  ),
  '/over': pageOf(
    'Your places',
    <TimeLeft
      what="Your places are kept"
      until={now}
      now={now}
      over="Your places are no longer kept."
      next={{ href: '/time', text: 'See what can still be had' }}
    />,
  ),
  '/plots': pageOf(
    'Dashboard',
    <>
      <h2 class="govuk-heading-m">Places</h2>
      <PlacesPlot
        id="places"
        title="Places by pool"
        description="The dinner has five more than it may have. The same numbers stand in the table below."
        caption="Places by pool"
        pools={[
          { name: 'Whole conference', capacity: 300, taken: 182, held: 15, reserved: 25 },
          { name: 'In person', capacity: 200, taken: 160, held: 10, reserved: 0 },
          { name: 'Civic dinner', capacity: 120, taken: 124, held: 0, reserved: 1 },
          {
            name: 'Workshop of town, parish and community councils in the old library',
            capacity: 25,
            taken: 25,
            held: 0,
            reserved: 0,
          },
          { name: 'Online', capacity: 100, taken: 0, held: 0, reserved: 0 },
        ]}
      />
      <h2 class="govuk-heading-m">Debts</h2>
      <AgesPlot
        id="ages"
        title="What is owed, by age"
        description="Most is not yet due. The same numbers stand in the table below."
        caption="What is owed, by age"
        ages={[
          { name: 'Not yet due', pence: 1_234_550, invoices: 14, isOverdue: false },
          { name: '1 to 30 days overdue', pence: 117_000, invoices: 3, isOverdue: true },
          { name: '31 to 60 days overdue', pence: 58_500, invoices: 1, isOverdue: true },
          { name: 'More than 60 days overdue', pence: 0, invoices: 0, isOverdue: true },
        ]}
      />
    </>,
  ),
};

let server: Server;
let browser: Browser;
let origin: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    const asset = uiAssets().answer(path.replace('/assets/', ''), undefined);
    const headers = asset?.headers ?? { 'content-type': 'text/html; charset=utf-8' };
    response.writeHead(asset || pages[path] ? 200 : 404, { ...securityHeaders(origin), ...headers });
    response.end(asset?.body ?? pages[path]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

async function open(path: string, options: { readonly javaScriptEnabled?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext(options);
  return context.newPage().then(async (page) => {
    if (options.javaScriptEnabled !== false) await page.clock.install({ time: Date.now() });
    await page.goto(origin + path);
    return page;
  });
}

const shown = (page: Page) => page.locator('.cn-time-left').innerText();
const said = (page: Page) => page.locator('[role=status]').textContent();

describe('the time that is left', () => {
  it('counts down, and speaks at ten, five and one minutes only', async () => {
    const page = await open('/time');
    const complaints = listenForComplaints(page);
    const heard: string[] = [];
    await page.exposeFunction('heard', (words: string) => heard.push(words));
    await page.evaluate(() => {
      const status = document.querySelector('[role=status]');
      const tell = (globalThis as unknown as { heard(this: void, words: string): void }).heard;
      if (status)
        new MutationObserver(() => tell(status.textContent ?? '')).observe(status, {
          childList: true,
          characterData: true,
          subtree: true,
        });
    });
    expect(await shown(page)).toContain('Your places are kept until 2.30pm: 24 minutes left');
    await page.clock.runFor('13:00');
    expect(await shown(page)).toContain('11 minutes left');
    expect(await said(page)).toBe('');
    await page.clock.runFor('10:50');
    expect(await shown(page)).toContain('less than a minute left');
    expect(heard).toEqual([
      'Your places are kept until 2.30pm: 10 minutes left',
      'Your places are kept until 2.30pm: 5 minutes left',
      'Your places are kept until 2.30pm: 1 minute left',
    ]);
    await page.clock.runFor('00:15');
    expect(await page.locator('[data-countdown-over]').innerText()).toBe(
      'Your places are no longer kept. See what can still be had',
    );
    expect(await page.locator('[data-countdown-running]').isVisible()).toBe(false);
    expect(heard.at(-1)).toContain('no longer kept');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: 'See what can still be had' }).click();
    expect(page.url()).toBe(`${origin}/over`);
    expect(complaints).toEqual([]);
  });

  it('is right at once on a page that was asleep, and stays in sight without covering what has focus', async () => {
    const page = await open('/time');
    await page.clock.fastForward('20:00');
    expect(await shown(page)).toContain('4 minutes left');
    await page.setViewportSize({ width: 320, height: 700 });
    for (const name of ['Save', 'Change']) {
      const control = page.getByText(name, { exact: true });
      await control.evaluate((element) => {
        window.scrollTo(0, window.scrollY + element.getBoundingClientRect().top - 10);
        (element as HTMLElement).focus();
      });
      const [box, above] = [await control.boundingBox(), await page.locator('.cn-time-left').boundingBox()];
      expect(above?.y).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
    }
  });

  it('is told without scripts too', async () => {
    const page = await open('/time', { javaScriptEnabled: false });
    expect(await shown(page)).toBe('Your places are kept until 2.30pm: 24 minutes left');
  });
});

it.each(Object.keys(pages))('%s is without fault, and complains of nothing', async (path) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const complaints = listenForComplaints(page);
  await page.goto(origin + path);
  await shoot(page, path.slice(1));
  await page.emulateMedia({ colorScheme: 'dark' });
  await shoot(page, `${path.slice(1)}-dark`);
  expect(await faultsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
