import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildUiAssets } from './build-ui-assets.js';
import { recolour } from './recolour.js';
import { readUiAssets } from './ui-assets.js';
import type { UiAsset, UiAssets } from './ui-assets.js';

let folder: string;
let assets: UiAssets;

function the(role: string): UiAsset {
  const found = assets.all.find((asset) => asset.role === role);
  if (found === undefined) throw new Error(`no ${role}`);
  return found;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ui-assets-'));
  await writeFile(join(folder, 'ui-0123456789ab.css'), 'an earlier build');
  await buildUiAssets(folder);
  assets = readUiAssets(folder);
});

afterAll(() => rm(folder, { recursive: true }));

describe('the built files', () => {
  test('are small', () => {
    expect(the('stylesheet').gzip.length).toBeLessThan(17_500);
    expect(the('forms').gzip.length).toBeLessThan(6_000);
    expect(the('progress').gzip.length).toBeLessThan(1_300);
    expect(the('countdown').gzip.length).toBeLessThan(1_000);
    expect(the('favicon').gzip.length).toBeLessThan(400);
  });

  test('are named by their content, and the same sources give the same names', async () => {
    const again = await mkdtemp(join(tmpdir(), 'ui-assets-'));
    await buildUiAssets(again);
    expect((await readdir(again)).sort()).toEqual((await readdir(folder)).sort());
    await rm(again, { recursive: true });
  });

  test('replace those of an earlier build', async () => {
    expect(await readdir(folder)).not.toContain('ui-0123456789ab.css');
    expect(await readdir(folder)).toHaveLength(5 * 3 + 1);
  });

  test('are the same bytes compressed', () => {
    for (const asset of assets.all) {
      expect(gunzipSync(asset.gzip)).toEqual(asset.bytes);
      expect(brotliDecompressSync(asset.brotli)).toEqual(asset.bytes);
    }
  });
});

describe('the stylesheet', () => {
  test('asks for no other file and names no GOV.UK font', () => {
    const css = the('stylesheet').bytes.toString();
    expect(css).not.toMatch(/url\(|@import|@font-face|GDS Transport/i);
  });

  test('names colours only as custom properties, and every property that is used exists', () => {
    const css = the('stylesheet').bytes.toString();
    const elsewhere = css.replaceAll(/--cn-[a-z-]+:[^;}]*/g, '');
    expect(elsewhere.match(/#[\da-f]{3,8}\b|rgba?\(|--govuk-[a-z-]+-colour/gi)).toBeNull();
    const declared = new Set([...css.matchAll(/(--cn-[a-z-]+):/g)].map(([, name]) => name));
    const used = new Set([...css.matchAll(/var\((--cn-[a-z-]+)\)/g)].map(([, name]) => name));
    expect([...used].filter((name) => !declared.has(name))).toEqual([]);
  });

  test('has no text smaller than 0.875rem on screen', () => {
    const css = the('stylesheet').bytes.toString();
    const sizes = [...css.matchAll(/font(?:-size)?:(?:\d+ )?([\d.]+)(rem|px)/g)].map(([, number, unit]) =>
      unit === 'px' ? Number(number) / 16 : Number(number),
    );
    expect(sizes.length).toBeGreaterThan(20);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(0.875);
  });
});

describe('an answer', () => {
  test.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', undefined],
    [undefined, undefined],
  ])('to Accept-Encoding %s is coded as %s and kept for a year', (accepted, coding) => {
    const answer = assets.answer(the('stylesheet').name, accepted);
    expect(answer?.headers['content-encoding']).toBe(coding);
    expect(answer?.headers).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
  });

  test('is only given for files that were built', () => {
    expect(assets.answer('manifest.json', 'br')).toBeUndefined();
    expect(assets.answer('../manifest.json', 'br')).toBeUndefined();
  });

  test('is found at the addresses that pages use', () => {
    const { stylesheet } = assets.addressedAt('/calendar/assets/');
    expect(stylesheet).toMatch(/^\/calendar\/assets\/ui-[\da-f]{12}\.css$/);
    expect(assets.find(stylesheet.slice('/calendar/assets/'.length))?.role).toBe('stylesheet');
  });
});

test('a folder without a build says what to do', () => {
  expect(() => readUiAssets(join(folder, 'nowhere'))).toThrow('run "npm run build" first');
});

describe('recolouring', () => {
  test('puts our property in the place of each of GOV.UK’s', () => {
    expect(recolour('a {\n  color: var(--govuk-text-colour, #0b0c0c);\n}')).toBe(
      'a {\n  color: var(--cn-text);\n}',
    );
    expect(recolour('a {\n  box-shadow: 0 2px 0 #083d29;\n}')).toBe(
      'a {\n  box-shadow: 0 2px 0 var(--cn-brand-deep);\n}',
    );
  });

  test('follows where a component changes a colour for what is inside it', () => {
    expect(
      recolour(
        'a {\n  --govuk-text-colour: var(--govuk-inverse-text-colour, #ffffff);\n  --_govuk-a-colour: b;\n}',
      ),
    ).toBe('a {\n  --cn-text: var(--cn-on-fill);\n  --_govuk-a-colour: b;\n}');
  });

  test('tells white ink from white ground', () => {
    expect(recolour('a {\n  color: #ffffff;\n  background-color: #ffffff;\n}')).toBe(
      'a {\n  color: var(--cn-on-fill);\n  background-color: var(--cn-page);\n}',
    );
  });

  test.each(['a {\n  color: #123456;\n}', 'a {\n  color: var(--govuk-shiny-colour, #123456);\n}'])(
    'refuses a colour that has no counterpart: %s',
    (css) => {
      expect(() => recolour(css)).toThrow('no colour of ours');
    },
  );
});
