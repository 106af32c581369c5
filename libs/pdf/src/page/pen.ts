import type PdfKit from 'pdfkit';
import type { Face } from '../fonts/faces.js';
import { shapingFont } from '../fonts/shaping-font.js';
import type { Line, Piece } from '../text/lines.js';
import type { TextStyle } from './looks.js';

/** An element of the structure that the file's text hangs on, such as a paragraph. */
export type Element = PDFKit.PDFStructureElement;

/** Lines in one style, with the width that they are set in. */
export type SetText = {
  readonly lines: readonly Line[];
  readonly style: TextStyle;
  readonly align: 'start' | 'end';
  /** In points. */
  readonly width: number;
};

/** How far Noto Sans reaches above and below the line that letters stand on, in ems. */
const above = 1.069;
const below = 0.293;

/** How thick the stroke around hairline outlines is, in ems, so that they weigh as much as the other letters. */
const stroke = { regular: 0.03, bold: 0.065 } as const;

/** With a list of features, though empty, pdfkit shapes a text as a whole; without one, word by word. */
const asOne = { features: [] };

/** A piece of text at its place on the page; `y` is the line that letters stand on. */
type Placed = { readonly piece: Piece; readonly x: number; readonly y: number };

/** Pieces that are one element's content: all up to a link, a link's part of one line, and so on. */
type Segment = {
  readonly href: string | null;
  readonly line: number;
  /** What is read out, where that cannot be told from what is drawn. */
  readonly actual: string | null;
  readonly placed: Placed[];
};

function place(set: SetText, line: Line, x: number, top: number): Placed[] {
  const { size, leading } = set.style;
  const indent = set.align === 'end' ? set.width - line.width * size : 0;
  const y = top + (leading - (above + below) * size) / 2 + above * size;
  return line.pieces.map((piece) => ({ piece, x: x + indent + piece.x * size, y }));
}

/** Writes text into the file, every piece of it either an element's content or not to be read. */
export class Pen {
  private readonly used = new Set<string>();

  constructor(private readonly file: InstanceType<typeof PdfKit>) {}

  private withFace(face: Face, size: number) {
    if (!this.used.has(face.name)) {
      // pdfkit takes an open font as well, its types know a file's bytes only.
      this.file.registerFont(face.name, shapingFont(face) as unknown as Buffer);
      this.used.add(face.name);
    }
    return this.file.font(face.name).fontSize(size);
  }

  /** A new element in another. */
  element(parent: Element, tag: string, scope?: 'Column' | 'Row'): Element {
    const element = this.file.struct(tag, scope ? { scope } : {});
    parent.add(element);
    return element;
  }

  /**
   * Writes lines as an element's content; where a part of them is a link, as a link's in it.
   *
   * @param top of the first line, in points from the top of the page
   */
  text(element: Element, tag: string, set: SetText, x: number, top: number): void {
    for (const segment of this.segments(set, x, top)) {
      if (segment.href === null) this.content(element, tag, segment, set.style);
      else this.link(element, segment.href, segment, set.style);
    }
  }

  /** Writes lines that are there for the eye only: repeated headings, page numbers. */
  artifact(type: 'Pagination' | 'Layout', set: SetText, x: number, top: number): void {
    this.file.markContent('Artifact', { type });
    for (const segment of this.segments(set, x, top)) this.pieces(segment, set.style);
    this.file.endMarkedContent();
  }

  /** Draws a line for the eye only. */
  rule(x: number, y: number, width: number, thickness: number, colour: string): void {
    this.file.markContent('Artifact', { type: 'Layout' });
    this.file.rect(x, y, width, thickness).fill(colour);
    this.file.endMarkedContent();
  }

  private segments(set: SetText, x: number, top: number): readonly Segment[] {
    const segments: Segment[] = [];
    for (const [line, content] of set.lines.entries()) {
      for (const placed of place(set, content, x, top + line * set.style.leading)) {
        const { href } = placed.piece;
        const actual = placed.piece.told ? placed.piece.text : null;
        const last = segments.at(-1);
        const goesOn = last?.href === href && (href === null || last.line === line);
        if (last && goesOn && actual === null && last.actual === null) last.placed.push(placed);
        else segments.push({ href, line, actual, placed: [placed] });
      }
    }
    return segments;
  }

  private content(element: Element, tag: string, segment: Segment, style: TextStyle): void {
    if (segment.actual !== null) {
      // An element says it, not a mark within the content: poppler loses what comes after a mark within a mark.
      const span = this.file.struct('Span', { actual: segment.actual });
      element.add(span);
      this.content(span, 'Span', { ...segment, actual: null }, style);
      return;
    }
    element.add(this.file.markStructureContent(tag));
    this.pieces(segment, style);
    this.file.endMarkedContent();
  }

  private link(parent: Element, href: string, segment: Segment, style: TextStyle): void {
    const link = this.element(parent, 'Link');
    this.content(link, 'Link', segment, style);
    const left = Math.min(...segment.placed.map(({ x }) => x));
    const right = Math.max(...segment.placed.map(({ x, piece }) => x + piece.width * style.size));
    const y = segment.placed[0]?.y ?? 0;
    const words = segment.placed.map(({ piece }) => piece.text).join('');
    this.file.link(left, y - above * style.size, right - left, (above + below) * style.size, href, {
      structParent: link,
      // A text in a dictionary is a String object for pdfkit; a string is a name.
      Contents: Object(words) as string,
    });
    // At once, as pdfkit takes the page at the time for the link's.
    link.end();
    this.rule(left, y + 0.12 * style.size, right - left, 0.5, style.colour);
  }

  private pieces(segment: Segment, style: TextStyle): void {
    for (const { piece, x, y } of segment.placed) {
      const { face, drawn } = piece;
      this.withFace(face, style.size).fillColor(style.colour);
      const { hairline } = face.file;
      if (hairline) {
        const thickness = face.bold ? stroke.bold : stroke.regular;
        this.file
          .lineWidth(thickness * style.size)
          .lineJoin('round')
          .strokeColor(style.colour);
      }
      const options = {
        lineBreak: false,
        baseline: 'alphabetic',
        ...asOne,
        fill: true,
        stroke: hairline,
        // Which pdfkit takes, and its types do not know.
        textWidth: piece.width * style.size,
      } as const;
      this.file.text(drawn, x, y, options);
    }
  }
}
