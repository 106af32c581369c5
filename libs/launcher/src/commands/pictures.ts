import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build/build.ts';
import { root } from '../paths.ts';
import { openBrowser } from '../testing/browser.ts';
import { findBrowser } from '../testing/find-browser.ts';
import { startSystem } from '../testing/system.ts';
import { startThrowAwayPostgres } from '../testing/throw-away-postgres.ts';
import { runCommand } from './run-command.ts';

/** Takes the README's pictures from the demonstration, so that they show what there is. */
const pictures = [
  { name: 'whats-on', path: '/calendar', width: 1000, height: 900 },
  { name: 'whats-on-phone', path: '/calendar', width: 360, height: 720 },
] as const;

async function takePictures(origin: string, folder: string): Promise<void> {
  const browser = await openBrowser();
  try {
    for (const { name, path, width, height } of pictures) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'light' });
      await page.goto(origin + path, { waitUntil: 'load' });
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
    const system = await startSystem({ demo: true });
    try {
      const target = join(root, '.pictures');
      mkdirSync(target, { recursive: true });
      await takePictures(system.urls['shell'] ?? '', target);
    } finally {
      await system.stop();
    }
  } finally {
    await postgres.remove();
  }
});
