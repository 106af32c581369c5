export type {
  Beside,
  Block,
  Column,
  Facts,
  Heading,
  Inline,
  Paragraph,
  PdfDocument,
  Table,
  Text,
  Together,
  Totals,
} from './model.js';
export { renderPdf, type RenderedPdf } from './render-pdf.js';
export { isolated } from './text/plain-text.js';
