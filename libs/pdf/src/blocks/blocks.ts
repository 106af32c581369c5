import type { Beside, Block, Together } from '../model.js';
import { gap } from '../page/looks.js';
import type { Element } from '../page/pen.js';
import type { Frame, Sheet } from '../page/sheet.js';
import type { Prepared } from './prepared.js';
import { prepareTable } from './table.js';
import { prepareTotals } from './totals.js';
import { prepareFacts, prepareHeading, prepareParagraph } from './words.js';

/** Space between a block and the next: a heading stands nearer to what it leads to. */
function gapAfter(blocks: readonly Prepared[], index: number): number {
  const next = blocks[index + 1];
  if (!next) return 0;
  if (blocks[index]?.leads) return next.leads ? gap : gap / 3;
  return next.leads ? gap * 1.6 : gap;
}

const heightOf = (blocks: readonly Prepared[]): number =>
  blocks.reduce((sum, block, index) => sum + block.height + gapAfter(blocks, index), 0);

/** What has to be on the page with a block: a heading takes what it leads to with it. */
function leastFrom(blocks: readonly Prepared[], index: number): number {
  const block = blocks[index];
  if (!block) return 0;
  return block.leads ? block.height + gapAfter(blocks, index) + leastFrom(blocks, index + 1) : block.least;
}

function writeAll(sheet: Sheet, blocks: readonly Prepared[], parent: Element): void {
  for (const [index, block] of blocks.entries()) {
    sheet.keep(leastFrom(blocks, index));
    const next = blocks[index + 1];
    block.write(parent, next?.closes ? gapAfter(blocks, index) + next.height : 0);
    sheet.y += gapAfter(blocks, index);
  }
}

function prepareTogether(sheet: Sheet, block: Together, frame: Frame): Prepared {
  const blocks = block.blocks.map((inner) => prepare(sheet, inner, frame));
  const height = heightOf(blocks);
  return {
    height,
    least: height,
    leads: false,
    closes: false,
    write: (parent) => {
      sheet.keep(height);
      writeAll(sheet, blocks, parent);
    },
  };
}

/** Between the two columns. */
const gutter = 24;

function prepareBeside(sheet: Sheet, block: Beside, frame: Frame): Prepared {
  const width = (frame.width - gutter) / 2;
  const left = block.left.map((inner) => prepare(sheet, inner, { x: frame.x, width }));
  const right = block.right.map((inner) => prepare(sheet, inner, { x: frame.x + width + gutter, width }));
  const height = Math.max(heightOf(left), heightOf(right));
  if (height > sheet.wholePage) {
    return prepareTogether(sheet, { kind: 'together', blocks: [...block.left, ...block.right] }, frame);
  }
  return {
    height,
    least: height,
    leads: false,
    closes: false,
    write: (parent) => {
      sheet.keep(height);
      const { y } = sheet;
      writeAll(sheet, left, parent);
      sheet.y = y;
      writeAll(sheet, right, parent);
      sheet.y = y + height;
    },
  };
}

function prepare(sheet: Sheet, block: Block, frame: Frame): Prepared {
  switch (block.kind) {
    case 'heading':
      return prepareHeading(sheet, block, frame);
    case 'paragraph':
      return prepareParagraph(sheet, block, frame);
    case 'facts':
      return prepareFacts(sheet, block, frame);
    case 'table':
      return prepareTable(sheet, block, frame);
    case 'totals':
      return prepareTotals(sheet, block, frame);
    case 'beside':
      return prepareBeside(sheet, block, frame);
    case 'together':
      return prepareTogether(sheet, block, frame);
  }
}

/** Writes blocks one below the other, over as many pages as they need. */
export function writeBlocks(sheet: Sheet, blocks: readonly Block[], parent: Element): void {
  writeAll(
    sheet,
    blocks.map((block) => prepare(sheet, block, sheet.frame)),
    parent,
  );
}
