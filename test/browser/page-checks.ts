import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Results {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
}

/** Dark differs from light in its colours alone, so only rules about those are asked again. */
const rulesOfColour = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  const options = {
    resultTypes: ['violations'],
    // None of the rules that are on reads the text of style sheets, which takes longer to fetch than most take to judge.
    preload: { assets: ['media'] },
    ...(colorScheme === 'dark' && { runOnly: { type: 'rule', values: rulesOfColour } }),
  };
  const results = await page.evaluate(
    (given) => (globalThis as unknown as { axe: { run(given: object): Promise<Results> } }).axe.run(given),
    options,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${colorScheme}: ${id}: ${JSON.stringify(node.target)} ${node.failureSummary ?? ''}`),
  );
}

/** What the browser complains of while it loads a page, from now on. Answers with an error status are not counted. */
export function listenForComplaints(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of [45]\d\d/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/**
 * What is wrong with the page that is open: what axe finds, light and dark, at 320 and 1280 px, and whether it scrolls
 * sideways there or at 768 px, with everything that can be opened open. Empty when nothing is.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await page.evaluate(axe);
  const faults: string[] = [];
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 700 });
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (sideways > 0) faults.push(`scrolls sideways by ${sideways} px at ${width} px`);
    // What axe looks at differs between a phone and a laptop; a tablet has the one or the other.
    if (width === 768) continue;
    faults.push(...(await violations(page, 'light')), ...(await violations(page, 'dark')));
  }
  return faults;
}
