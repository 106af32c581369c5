import { styles } from '../page/looks.js';
import { heightOf, type Frame, type Sheet } from '../page/sheet.js';
import type { Facts, Heading, Paragraph } from '../model.js';
import type { Prepared } from './prepared.js';

const headings = { 1: styles.h1, 2: styles.h2, 3: styles.h3 } as const;

export function prepareHeading(sheet: Sheet, block: Heading, frame: Frame): Prepared {
  const set = sheet.set(block.text, headings[block.level], frame.width);
  const height = heightOf(set);
  return {
    height,
    least: height,
    leads: true,
    closes: false,
    write: (parent) => {
      const tag = `H${block.level}`;
      sheet.flow(sheet.pen.element(parent, tag), tag, set, frame.x);
    },
  };
}

export function prepareParagraph(sheet: Sheet, block: Paragraph, frame: Frame): Prepared {
  const set = sheet.set(block.text, block.tone === 'quiet' ? styles.quiet : styles.body, frame.width);
  return {
    height: heightOf(set),
    least: set.style.leading * Math.min(2, set.lines.length),
    leads: false,
    closes: false,
    write: (parent) => sheet.flow(sheet.pen.element(parent, 'P'), 'P', set, frame.x),
  };
}

/** Labels take so much of the width. */
const labelShare = 0.36;

export function prepareFacts(sheet: Sheet, block: Facts, frame: Frame): Prepared {
  const indent = Math.min(150, frame.width * labelShare);
  const rows = block.facts.map(({ label, value }) => ({
    label: sheet.set(label, styles.label, indent - 8),
    value: sheet.set(value, styles.body, frame.width - indent),
  }));
  const heights = rows.map(({ label, value }) => Math.max(heightOf(label), heightOf(value)));
  return {
    height: heights.reduce((sum, height) => sum + height, 0),
    least: heights[0] ?? 0,
    leads: false,
    closes: false,
    write: (parent) => {
      const list = sheet.pen.element(parent, 'L');
      for (const [index, { label, value }] of rows.entries()) {
        const item = sheet.pen.element(list, 'LI');
        sheet.keep(heights[index] ?? 0);
        const { y } = sheet;
        const page = sheet.pages;
        sheet.flow(sheet.pen.element(item, 'Lbl'), 'Lbl', label, frame.x);
        const below = sheet.y;
        // Beside its label, unless the label alone has filled the page.
        if (sheet.pages === page) sheet.y = y;
        sheet.flow(sheet.pen.element(item, 'LBody'), 'LBody', value, frame.x + indent);
        if (sheet.pages === page) sheet.y = Math.max(sheet.y, below);
      }
    },
  };
}
