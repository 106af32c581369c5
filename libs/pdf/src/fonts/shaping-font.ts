import { create, type Font, type GlyphPosition, type GlyphRun } from 'fontkit';
import type { Face } from './faces.js';

type Shape = Pick<GlyphRun, 'glyphs' | 'positions'>;

type Layout = (text: string, features?: Record<string, boolean>) => Shape;

/** fontkit adds to the features that it is given, so each time they are a new object. */
function shape(layout: Layout, face: Face, text: string): Shape {
  // Without ccmp, letters that have a shape of their own are not taken apart: "ẹ" stays one glyph that means "ẹ".
  if (!face.file.shaped) return layout(text, { ccmp: false });
  try {
    return layout(text);
  } catch {
    // fontkit 2.0.4 fails on marks that a font gives no place on a letter, such as on "ڢ" in Noto Sans Arabic.
    return layout(text, { mark: false, mkmk: false, curs: false });
  }
}

/** pdfkit scales the positions that it is given, so each time they are new ones. */
function freshRun({ glyphs, positions }: Shape) {
  const own = positions.map((position): GlyphPosition => ({ ...position }));
  return {
    glyphs,
    positions: own,
    get advanceWidth(): number {
      return own.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    },
  };
}

/**
 * A face as a font for one file: pdfkit asks it for each text's shape several times. Never for two files, since a glyph
 * keeps what it first stood for, and a file would then depend on those made before it.
 */
export function shapingFont(face: Face): Font {
  const font = create(face.bytes);
  if (!('layout' in font)) throw new Error(`${face.name} is a collection of fonts.`);
  const layout: Layout = font.layout.bind(font);
  const known = new Map<string, Shape>();
  font.layout = (text) => {
    const shaped = known.get(text) ?? shape(layout, face, text);
    known.set(text, shaped);
    return freshRun(shaped) as GlyphRun;
  };
  return font;
}
