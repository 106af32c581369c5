import { readFile } from 'node:fs/promises';
import { create } from 'fontkit';
import decompress from 'woff2-encoder/decompress';
import { fontFiles, type FontFile } from './font-files.js';
import { widthsIn } from './shape.js';

/** A font file in one weight, unpacked. */
export type Face = {
  /** Such as `noto-sans-latin bold`; unique. */
  readonly name: string;
  readonly file: FontFile;
  readonly bold: boolean;
  /** The font as TrueType. */
  readonly bytes: Buffer;
  readonly has: (codePoint: number) => boolean;
  /** How wide a text is in it, in ems. */
  readonly widthOf: (text: string) => number;
};

const opened = new Map<string, Promise<Face>>();

async function open(file: FontFile, bold: boolean, name: string): Promise<Face> {
  const bytes = Buffer.from(await decompress(await readFile(bold ? file.bold : file.regular)));
  const font = create(bytes);
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${file.name} is a collection of fonts.`);
  return {
    name,
    file,
    bold,
    bytes,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    widthOf: widthsIn(font, file),
  };
}

/** A face, unpacked once in the life of the process. */
async function face(file: FontFile, bold: boolean): Promise<Face> {
  const name = bold ? `${file.name} bold` : file.name;
  const known = opened.get(name);
  if (known) return known;
  const opening = open(file, bold, name);
  opened.set(name, opening);
  // What failed once, such as for want of memory, may be tried again.
  opening.catch(() => opened.delete(name));
  return opening;
}

/** The files that a text needs, without those that it does not: a Chinese name alone takes three of a hundred. */
function filesFor(text: string): readonly FontFile[] {
  const all = fontFiles();
  const wanted = new Set<FontFile>(all.filter((file) => file.name === 'noto-sans-latin'));
  for (const character of new Set(text.replace(/\p{ASCII}/gu, ''))) {
    const codePoint = character.codePointAt(0) ?? 0;
    for (const file of all) if (file.covers(codePoint)) wanted.add(file);
  }
  return all.filter((file) => wanted.has(file));
}

/** Faces that have the characters of a text, in the order in which to ask them. */
export type Faces = { readonly regular: readonly Face[]; readonly bold: readonly Face[] };

/** Reads the fonts that a text needs, in both weights. */
export async function facesFor(text: string): Promise<Faces> {
  const files = filesFor(text);
  const [regular, bold] = await Promise.all([
    Promise.all(files.map((file) => face(file, false))),
    Promise.all(files.map((file) => face(file, true))),
  ]);
  return { regular, bold };
}
