import { notFound } from '#platform';
import { renderPdf, type PdfDocument } from '#pdf';
import type { Visit } from '../../visits/domain/visit.js';
import { visitPath } from '../../visits/addresses.js';
import { paperNames } from '../in-words.js';
import type { KeptPaper } from '../keep-paper.js';
import { paperDocument } from '../render-paper.js';
import type { OwnPaper } from './own-papers.js';

/** A traveller’s paper as what a file is made from. @param publicUrl where the site is */
export function ownDocument(
  kept: KeptPaper,
  visit: Pick<Visit, 'title' | 'slug'>,
  publicUrl: string,
): PdfDocument {
  const page = { text: 'The visit on the web', href: publicUrl + visitPath(visit.slug) };
  return kept.kind === 'emergency-card'
    ? { ...paperDocument(kept, { visit: visit.title }), format: 'A6' }
    : paperDocument(kept, {
        visit: visit.title,
        note: [
          'Each time is on the clock of the place that it is about. What changes after this was made stands on your own page. ',
          page,
        ],
      });
}

/** "Programme, Ada Example, Emilia-Romagna 2024.pdf" */
export const ownFileName = (
  { kind }: Pick<KeptPaper, 'kind'>,
  { visit, traveller }: Pick<OwnPaper, 'visit' | 'traveller'>,
): string => `${paperNames[kind]}, ${traveller.name}, ${visit.title}.pdf`;

/** @throws Problem 404 where there is nothing yet that it could say */
export async function ownFile(
  { visit, traveller, kept }: OwnPaper,
  publicUrl: string,
): Promise<{ readonly fileName: string; readonly bytes: Buffer }> {
  if (kept === null) throw notFound('Nothing is published yet, so there is nothing to take along.');
  const { bytes } = await renderPdf(ownDocument(kept, visit, publicUrl));
  return { fileName: ownFileName(kept, { visit, traveller }), bytes };
}
