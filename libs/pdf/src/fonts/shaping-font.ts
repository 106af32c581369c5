import { create, type Font, type GlyphPosition, type GlyphRun } from 'fontkit';
import type { Face } from './faces.js';
import { shape, type Layout, type Shape } from './shape.js';

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
    const shaped = known.get(text) ?? shape(layout, face.file, text);
    known.set(text, shaped);
    return freshRun(shaped) as GlyphRun;
  };
  return font;
}
