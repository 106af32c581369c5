import type { Page } from 'playwright-core';

/** Keeps pictures of a page as a laptop and as a phone show it, in the folder that SHOTS names; without it nothing is kept. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['SHOTS'];
  if (folder === undefined) return;
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: `${folder}/${name.replaceAll(' ', '-')}-${width}.png`, fullPage: true });
  }
}
