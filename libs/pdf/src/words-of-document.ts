import type { Block, PdfDocument } from './model.js';
import { wordsOf } from './text/styled.js';

function wordsOfBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return wordsOf(block.text);
    case 'facts':
      return block.facts.map(({ label, value }) => wordsOf(label) + wordsOf(value)).join('');
    case 'table':
      return [...block.columns.map(({ header }) => wordsOf(header)), ...block.rows.flat().map(wordsOf)].join(
        '',
      );
    case 'totals':
      return block.rows.map(({ label, amount }) => wordsOf(label) + wordsOf(amount)).join('');
    case 'beside':
      return [...block.left, ...block.right].map(wordsOfBlock).join('');
    case 'together':
      return block.blocks.map(wordsOfBlock).join('');
  }
}

/** All that stands on a document's pages, to see which letters there are. */
export function wordsOfDocument({ runningTitle, footer, blocks }: PdfDocument): string {
  return [wordsOf(runningTitle), wordsOf(footer), ...blocks.map(wordsOfBlock)].join('');
}
