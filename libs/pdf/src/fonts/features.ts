import type { Face } from './faces.js';

type Features = NonNullable<PDFKit.Mixins.TextOptions['features']>;

/** fontkit takes names that are on or off; pdfkit hands them on, its types know lists only. */
const features = (named: Readonly<Record<string, boolean>>) => named as unknown as Features;

/**
 * What a font is asked to do with a text, beyond what it does by itself. That there is something to ask makes pdfkit shape
 * the text as a whole rather than word by word.
 *
 * @returns a new object each time, as fontkit adds to it
 */
export function featuresOf(text: string, face: Face): Features {
  // Without it, letters that have a shape of their own are not taken apart: "ẹ" stays one glyph that means "ẹ".
  if (!face.file.shaped) return features({ ccmp: false });
  // fontkit 2.0.4 fails on marks that a font gives no place on a letter, such as "ڢ" of Noto Sans Arabic.
  return face.placesMarks(text) ? features({}) : features({ mark: false, mkmk: false, curs: false });
}
