import type { Font, GlyphRun } from 'fontkit';
import type { FontFile } from './font-files.js';

/** Which glyphs a text has, and where each stands. */
export type Shape = Pick<GlyphRun, 'glyphs' | 'positions'>;

/** How a font shapes a text. */
export type Layout = (text: string, features?: Record<string, boolean>) => Shape;

/** fontkit adds to the features that it is given, so each time they are a new object. */
export function shape(layout: Layout, { shaped }: FontFile, text: string): Shape {
  // Without ccmp, letters that have a shape of their own are not taken apart: "ẹ" stays one glyph that means "ẹ".
  if (!shaped) return layout(text, { ccmp: false });
  try {
    return layout(text);
  } catch {
    // fontkit 2.0.4 fails on marks that a font gives no place on a letter, such as on "ڢ" in Noto Sans Arabic.
    return layout(text, { mark: false, mkmk: false, curs: false });
  }
}

/** So many widths of one face are remembered: a few thousand words make up all that a network writes in a day. */
const rememberedAtMost = 10_000;

/**
 * How wide texts are in a font, in ems. Most words come again and again, in one document and in the next, and shaping them is most
 * of the work of setting a page: what is known is remembered for the life of the process, whatever file it is for.
 */
export function widthsIn(font: Font, file: FontFile): (text: string) => number {
  const layout: Layout = font.layout.bind(font);
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const units = shape(layout, file, text).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    const width = units / font.unitsPerEm;
    if (known.size >= rememberedAtMost) known.clear();
    known.set(text, width);
    return width;
  };
}
