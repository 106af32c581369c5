import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from '../build/build.ts';
import { root } from '../paths.ts';
import { openBrowser } from '../testing/browser.ts';
import { findBrowser } from '../testing/find-browser.ts';
import { signInByMail } from '../testing/sign-in.ts';
import { startSystem, type System } from '../testing/system.ts';
import { startThrowAwayPostgres } from '../testing/throw-away-postgres.ts';
import { runCommand } from './run-command.ts';

interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Who is signed in, by their address in the demonstration; without it a visitor. */
  readonly as?: string;
  /** Goes from the home page to what is to be seen. */
  readonly go: (page: Page) => Promise<unknown>;
}

const to = (path: string) => (page: Page) => page.goto(path, { waitUntil: 'load' });

async function toTheConference(page: Page): Promise<void> {
  await page.goto('/conference');
  await page.getByRole('link', { name: /^Annual Conference and AGM/ }).click();
  await page.getByRole('button', { name: 'Book places' }).waitFor();
}

async function toItsTasks(page: Page): Promise<void> {
  await toTheConference(page);
  await page.getByRole('button', { name: 'Book places' }).click();
  await page.getByLabel('Both days, in person').fill('5');
  await page.getByRole('button', { name: 'Keep these places' }).click();
  await page.getByRole('link', { name: 'How it is paid' }).waitFor();
}

async function toTheRota(page: Page): Promise<void> {
  await page.goto('/stands/manage');
  // Those that are still to come are first.
  await page
    .getByRole('link', { name: /^Labour Party Conference \d{4}$/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Rota', exact: true }).click();
  await page.locator('[data-chip-name="Wanda Twohats"]').first().waitFor();
  // From the first whole day on: what comes before it is words.
  await page
    .locator('[data-board-day]')
    .nth(1)
    .evaluate((day) => day.scrollIntoView());
}

async function toOwnShifts(page: Page): Promise<void> {
  await page.goto('/stands/mine');
  await page
    .getByRole('link', { name: /^Your page for Labour Party Conference/ })
    .first()
    .click();
  await page.getByText('fringe on community wealth').first().waitFor();
}

async function toTheVisit(page: Page): Promise<void> {
  await page.goto('/visits');
  await page.getByRole('link', { name: /^Study visit to Mondragon/ }).click();
  await page.getByRole('button', { name: 'Apply for a place' }).waitFor();
}

/** Her draft, with what there is to say. */
async function toOwnApplication(page: Page): Promise<void> {
  await page.goto('/visits/mine');
  await page
    .getByRole('link', { name: /Mondragon/ })
    .first()
    .click();
  await page.getByRole('heading', { name: 'Your application' }).waitFor();
}

/** She books for her council, has applied for a visit, and is on the team of a stand. */
const officer = 'wanda.twohats@rochdale-metropolitan-borough-council.example.org';

/** The README's pictures, taken from the demonstration, so that they show what there is. */
const pictures: readonly Picture[] = [
  { name: 'whats-on', width: 1000, height: 900, go: to('/calendar') },
  { name: 'whats-on-phone', width: 360, height: 720, go: to('/calendar') },
  { name: 'conference', width: 1000, height: 900, go: toTheConference },
  {
    name: 'booking-phone',
    width: 360,
    height: 900,
    as: officer,
    go: toItsTasks,
  },
  { name: 'money', width: 1000, height: 1500, as: 'sam.staff@example.org', go: to('/conference/money') },
  { name: 'rota', width: 1200, height: 1000, as: 'sam.staff@example.org', go: toTheRota },
  {
    name: 'volunteer-phone',
    width: 360,
    height: 900,
    as: officer,
    go: toOwnShifts,
  },
  { name: 'visit', width: 1000, height: 1000, go: toTheVisit },
  { name: 'application-phone', width: 360, height: 900, as: officer, go: toOwnApplication },
];

/** @param only the names of some; without any, all are taken */
async function takePictures(
  { urls, mailbox }: System,
  folder: string,
  only: readonly string[],
): Promise<void> {
  const origin = urls['shell'] ?? '';
  const browser = await openBrowser();
  try {
    for (const { name, width, height, as, go } of pictures) {
      if (only.length > 0 && !only.includes(name)) continue;
      const page = await browser.newPage({
        baseURL: origin,
        viewport: { width, height },
        colorScheme: 'light',
      });
      if (as !== undefined) await signInByMail(page, origin, mailbox, as);
      await go(page);
      await page.screenshot({ path: join(folder, `${name}.png`) });
      await page.close();
      console.log(`.pictures/${name}.png`);
    }
  } finally {
    await browser.close();
  }
}

await runCommand(async () => {
  await build();
  process.env['CHROME_PATH'] = findBrowser(process.env, (line) => console.log(line));
  const postgres = await startThrowAwayPostgres(false);
  try {
    process.env['TEST_DATABASE_URL'] = postgres.server.url('postgres');
    const system = await startSystem({ demo: true, mailbox: true });
    try {
      const target = join(root, '.pictures');
      mkdirSync(target, { recursive: true });
      await takePictures(system, target, process.argv.slice(2));
    } finally {
      await system.stop();
    }
  } finally {
    await postgres.remove();
  }
});
