import type PdfKit from 'pdfkit';
import type { Faces } from '../fonts/faces.js';
import type { Text } from '../model.js';
import { linesOf } from '../text/lines.js';
import { papers, styles, type TextStyle } from './looks.js';
import { Pen, type Element, type SetText } from './pen.js';

/** Where from left to right a block may stand, in points. */
export type Frame = { readonly x: number; readonly width: number };

/** The pages: where on them the next block goes. */
export class Sheet {
  readonly pen: Pen;
  readonly frame: Frame;
  /** Where the next thing goes, in points from the top of the page. */
  y: number;
  private readonly paper: (typeof papers)[keyof typeof papers];

  constructor(
    private readonly file: InstanceType<typeof PdfKit>,
    private readonly faces: Faces,
    format: keyof typeof papers,
  ) {
    this.pen = new Pen(file);
    this.paper = papers[format];
    const { left, right, width, top } = this.paper;
    this.frame = { x: left, width: width - left - right };
    this.y = top;
    file.addPage();
  }

  /** What is left of the page, in points. */
  get room(): number {
    return this.paper.height - this.paper.bottom - this.y;
  }

  /** What a page holds, in points. */
  get wholePage(): number {
    return this.paper.height - this.paper.bottom - this.paper.top;
  }

  get pages(): number {
    return this.file.bufferedPageRange().count;
  }

  /** Goes on on a new page, unless this one is still empty. */
  turn(): void {
    if (this.y === this.paper.top) return;
    this.file.addPage();
    this.y = this.paper.top;
  }

  /** Goes on on a new page if this one has no room for what is to come, and a new one would have. */
  keep(height: number): void {
    if (height > this.room && height <= this.wholePage) this.turn();
  }

  /** Sets a text in lines. @param width in points */
  set(text: Text, style: TextStyle, width: number, align: SetText['align'] = 'start'): SetText {
    const lines = linesOf(text, width / style.size, style.bold, {
      faces: this.faces,
      measure: (drawn, face) => face.widthOf(drawn),
    });
    return { lines, style, align, width };
  }

  /** Writes lines as an element's content, from page to page where need be. */
  flow(element: Element, tag: string, set: SetText, x: number): void {
    let rest = set.lines;
    while (rest.length > 0) {
      const fits = Math.floor(this.room / set.style.leading + 0.001);
      if (fits < Math.min(2, rest.length)) this.turn();
      const here = rest.slice(0, Math.max(1, Math.floor(this.room / set.style.leading + 0.001)));
      this.pen.text(element, tag, { ...set, lines: here }, x, this.y);
      this.y += here.length * set.style.leading;
      rest = rest.slice(here.length);
    }
  }

  /** Writes what stands at the head and foot of pages, once it is known how many there are. */
  margins(runningTitle: string, footer: string): void {
    const { pages } = this;
    const { x, width } = this.frame;
    const { top, height, foot } = this.paper;
    for (let page = 0; page < pages; page += 1) {
      this.file.switchToPage(page);
      if (page > 0) this.margin(runningTitle, x, width, top / 2, 'start');
      this.margin(footer, x, width - 90, height - foot, 'start');
      this.margin(`Page ${page + 1} of ${pages}`, x, width, height - foot, 'end');
    }
  }

  private margin(text: string, x: number, width: number, top: number, align: SetText['align']): void {
    const set = this.set(text, styles.margin, width, align);
    // What is longer than the line is on the first page in full.
    this.pen.artifact('Pagination', { ...set, lines: set.lines.slice(0, 1) }, x, top);
  }
}

/** How high lines are, in points. */
export const heightOf = (set: SetText): number => set.lines.length * set.style.leading;
