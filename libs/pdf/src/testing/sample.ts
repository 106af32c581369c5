import { Temporal } from 'temporal-polyfill';
import type { Block, PdfDocument } from '../model.js';

export function sample(blocks: readonly Block[], changes: Partial<PdfDocument> = {}): PdfDocument {
  return {
    title: 'A list',
    author: 'Example Council',
    language: 'en-GB',
    madeAt: Temporal.Instant.from('2026-11-22T10:00:00Z'),
    runningTitle: 'A list, continued',
    footer: 'Example Council',
    blocks,
    ...changes,
  };
}

export const paragraph = (text: Extract<Block, { kind: 'paragraph' }>['text']): Block => ({
  kind: 'paragraph',
  text,
});
