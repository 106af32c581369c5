import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const source = readFileSync(new URL('./_colours.scss', import.meta.url), 'utf8');

function palette(block: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    [...(block ?? '').matchAll(/--cn-([a-z-]+): (#[\da-f]{6});/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  );
}

const [light, dark, print] = source.split(/@media [^{]+\{/).map(palette);
const schemes: ReadonlyArray<[string, ReadonlyMap<string, string>]> = [
  ['light', light ?? new Map()],
  ['dark', dark ?? new Map()],
  ['print', new Map([...(light ?? []), ...(print ?? [])])],
];

/** Relative luminance of `#rrggbb` (WCAG 2.2, "relative luminance"). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ['page', 'panel'];
const softs = ['danger-soft', 'success-soft', 'warning-soft', 'info-soft', 'special-soft'];

/** Which text stands on which ground: [ink, grounds]. */
const text: ReadonlyArray<[string, readonly string[]]> = [
  ['text', [...grounds, 'panel-deep', ...softs]],
  ['quiet', grounds],
  ['brand', grounds],
  ['link', [...grounds, ...softs]],
  ['link-hover', [...grounds, 'panel-deep', ...softs]],
  ['link-visited', [...grounds, ...softs]],
  ['danger', [...grounds, 'danger-soft']],
  ['success', [...grounds, 'success-soft']],
  ['warning', [...grounds, 'warning-soft']],
  ['info', ['page', 'info-soft']],
  ['special', ['page', 'special-soft']],
  ['on-fill', ['brand', 'brand-deep', 'danger', 'danger-deep', 'success']],
  ['focus-text', ['focus']],
];

/** Lines and marks that carry meaning: 3 : 1 (WCAG 2.2, 1.4.11). */
const marks: ReadonlyArray<[string, readonly string[]]> = [
  ['edge', grounds],
  ...['calendar', 'conference', 'stands', 'visits', 'members', 'mail'].map(
    (section): [string, readonly string[]] => [`accent-${section}`, grounds],
  ),
];

function pairs(of: ReadonlyArray<[string, readonly string[]]>): Array<[string, string]> {
  return of.flatMap(([ink, on]) => on.map((ground): [string, string] => [ink, ground]));
}

function measured(scheme: ReadonlyMap<string, string>, ink: string, ground: string): number {
  const [front, back] = [scheme.get(ink), scheme.get(ground)];
  if (front === undefined || back === undefined) throw new Error(`no colour for ${ink} on ${ground}`);
  return contrast(front, back);
}

test('contrast is measured as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each(schemes)('in the %s scheme', (name, scheme) => {
  test.each(pairs(text))('%s on %s reads at 4.5 : 1 or better', (ink, ground) => {
    expect(measured(scheme, ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  // Paper shows the accents nowhere.
  const shown = name === 'print' ? [] : pairs(marks);
  if (shown.length > 0)
    test.each(shown)('%s on %s is seen at 3 : 1 or better', (mark, ground) => {
      expect(measured(scheme, mark, ground)).toBeGreaterThanOrEqual(3);
    });
});

test('every colour of the light scheme has a dark one, and each is measured', () => {
  expect([...(dark ?? [])].map(([name]) => name)).toEqual([...(light ?? [])].map(([name]) => name));
  const seen = new Set([...pairs(text), ...pairs(marks)].flat());
  // `border` only parts things that are apart anyway.
  expect([...(light ?? [])].map(([name]) => name).filter((name) => !seen.has(name))).toEqual(['border']);
});
