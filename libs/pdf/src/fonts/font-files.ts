import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const { resolve } = createRequire(import.meta.url);

/** One file of a family: foundries cut a family into files by the characters in them. */
export type FontFile = {
  /** Such as `noto-sans-greek`; unique. */
  readonly name: string;
  /** Paths of woff2 files. */
  readonly regular: string;
  /** The same as `regular` where the family has one weight for us. */
  readonly bold: string;
  /**
   * True where the only outlines are hairlines: those families come as variable fonts whose default is the thinnest
   * weight, and fontkit 2.0.4 cannot embed another one. A stroke around the outlines makes up for it.
   */
  readonly hairline: boolean;
  /** True where what stands on the page does not tell the text: letters change with their neighbours, or run right to left. */
  readonly shaped: boolean;
  /** Whether the file is said to have a character. */
  readonly covers: (codePoint: number) => boolean;
};

/** `U+0041-005A,U+0061` as pairs of first and last. */
function rangesOf(list: string): readonly (readonly [number, number])[] {
  return list.split(',').map((range) => {
    const [first = '', last = first] = range.trim().slice('U+'.length).split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
}

/** Ranges of characters by the name of the part, as the package itself says. */
function partsOf(pack: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(resolve(`${pack}/unicode.json`), 'utf8')) as Record<string, string>;
}

function fileOf(pack: string, part: string, list: string, kind: 'static' | 'variable'): FontFile {
  const family = pack.slice(pack.indexOf('/') + 1);
  const path = (weight: string) =>
    resolve(`${pack}/files/${family}-${part.replace(/[[\]]/g, '')}-${weight}-normal.woff2`);
  const ranges = rangesOf(list);
  return {
    name: `${family}-${part}`,
    regular: path(kind === 'static' ? '400' : 'wght'),
    bold: path(kind === 'static' ? '700' : 'wght'),
    hairline: kind === 'variable',
    shaped: ['arabic', 'hebrew', 'devanagari'].includes(part),
    covers: (codePoint) => ranges.some(([first, last]) => first <= codePoint && codePoint <= last),
  };
}

function filesOf(pack: string, kind: 'static' | 'variable', wanted: (part: string) => boolean): FontFile[] {
  return Object.entries(partsOf(pack))
    .filter(([part]) => wanted(part))
    .map(([part, list]) => fileOf(pack, part, list, kind));
}

const latinFirst = [
  'latin',
  'latin-ext',
  'vietnamese',
  'greek',
  'greek-ext',
  'cyrillic',
  'cyrillic-ext',
  'devanagari',
];

function allFiles(): readonly FontFile[] {
  const sans = filesOf('@fontsource/noto-sans', 'static', (part) => latinFirst.includes(part));
  const order = (file: FontFile) => latinFirst.findIndex((part) => file.name === `noto-sans-${part}`);
  const numbered = (part: string) => part.startsWith('[');
  // The numbered parts come rarest first; where two have a character, either will do.
  return [
    ...sans.toSorted((a, b) => order(a) - order(b)),
    // Noto Sans Arabic draws letters as a stroke and dots, which several letters share, so that what is copied from a
    // page may be another letter: it is for what Vazirmatn lacks.
    ...filesOf('@fontsource/vazirmatn', 'static', (part) => part === 'arabic'),
    ...filesOf('@fontsource/noto-sans-arabic', 'static', (part) => part === 'arabic'),
    ...filesOf('@fontsource/noto-sans-hebrew', 'static', (part) => part === 'hebrew'),
    ...['sc', 'jp', 'kr'].flatMap((language) =>
      filesOf(`@fontsource-variable/noto-sans-${language}`, 'variable', numbered),
    ),
  ];
}

let files: readonly FontFile[] | null = null;

/**
 * The files there are, in the order in which they are asked for a character: Latin, Vietnamese, Greek, Cyrillic,
 * Devanagari, Arabic, Hebrew, then Chinese, Japanese and Korean. All are Noto Sans but Vazirmatn, for Arabic; all are under
 * the SIL Open Font License 1.1.
 */
export function fontFiles(): readonly FontFile[] {
  files ??= allFiles();
  return files;
}
