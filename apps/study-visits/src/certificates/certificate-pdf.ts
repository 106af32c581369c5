import { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import { renderPdf } from '#pdf';
import { instantOf } from '#platform';
import { dateInWords, dateRangeInWords } from '#ui';
import { verifyPath } from './addresses.js';
import { attendedInWords } from './in-words.js';
import type { Certificate } from './read-certificates.js';

/**
 * A certificate of attendance as a tagged PDF.
 *
 * @param publicUrl where the site is, so that the number can be looked up
 */
export async function certificatePdf(
  { row, traveller, visit }: Certificate,
  publicUrl: string,
): Promise<Buffer> {
  const issuedAt = instantOf(row.issuedAt);
  const issued = dateInWords(issuedAt.toZonedDateTimeISO(homeZone).toPlainDate());
  const title = 'Certificate of attendance';
  const address = publicUrl + verifyPath;
  const when = dateRangeInWords(
    Temporal.PlainDate.from(visit.firstDay),
    Temporal.PlainDate.from(visit.lastDay),
  );
  const { bytes } = await renderPdf({
    title: `${title}: ${traveller.name}`,
    author: 'Co-operative Councils’ Innovation Network',
    language: 'en-GB',
    madeAt: issuedAt,
    runningTitle: `${title}, ${visit.title}`,
    footer: `Number ${row.number}`,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: [{ text: traveller.name, strong: true }] },
      {
        kind: 'paragraph',
        text: `${traveller.part === 'leader' ? 'led' : 'took part in'} “${visit.title}”, a study visit of the Co-operative Councils’ Innovation Network, ${when}.`,
      },
      {
        kind: 'facts',
        facts: [
          ...(traveller.organisationName === '' ? [] : [{ label: 'For', value: traveller.organisationName }]),
          { label: 'Where', value: visit.region },
          { label: 'Attended', value: attendedInWords(row) },
          { label: 'Issued on', value: issued },
          { label: 'Number', value: row.number },
        ],
      },
      ...(visit.summary === '' ? [] : [{ kind: 'paragraph', text: visit.summary } as const]),
      {
        kind: 'paragraph',
        text: [
          'Whether this certificate holds is told at ',
          { text: address, href: address },
          ' by its number.',
        ],
        tone: 'quiet',
      },
    ],
  });
  return bytes;
}
