import { renderPdf, type Block } from '#pdf';
import type { Visit } from '../visits/domain/visit.js';
import { certifiedInWords, countInWords, dayOf, otherTimesInWords } from './in-words.js';
import type { CountedPart, ErasureCertificate } from './read-erasure.js';

/** The certificate of what was erased of a visit as a tagged PDF; the same bytes each time. */
export async function erasurePdf(
  visit: Pick<Visit, 'title'>,
  certificate: ErasureCertificate,
): Promise<Buffer> {
  const title = 'Certificate of erasure';
  const others = otherTimesInWords(certificate);
  const { bytes } = await renderPdf({
    title: `${title}: ${visit.title}`,
    author: 'Co-operative Councils’ Innovation Network',
    language: 'en-GB',
    madeAt: certificate.at,
    runningTitle: `${title}, ${visit.title}`,
    footer: `Erased on ${dayOf(certificate.at)}`,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: visit.title },
      { kind: 'paragraph', text: certifiedInWords(certificate) },
      ...(others === '' ? [] : [{ kind: 'paragraph', text: others } as const]),
      ...counted('Erased of what was sealed', certificate.details, 'Nothing was sealed.'),
      ...counted('Erased besides', certificate.others, 'Nothing else was there.'),
      { kind: 'heading', level: 2, text: 'What stays, and why' },
      {
        kind: 'table',
        columns: [
          { header: 'What', align: 'start', share: 3, namesRow: true },
          { header: 'How many', align: 'end' },
          { header: 'Why, and for how long', align: 'start', share: 5 },
        ],
        rows: certificate.kept.map((part) => [part.title, countInWords(part), part.why]),
      },
    ],
  });
  return bytes;
}

const counted = (text: string, parts: readonly CountedPart[], empty: string): readonly Block[] => [
  { kind: 'heading', level: 2, text },
  parts.length === 0
    ? { kind: 'paragraph', text: empty }
    : {
        kind: 'table',
        columns: [
          { header: 'What', align: 'start', share: 4, namesRow: true },
          { header: 'How many', align: 'end' },
        ],
        rows: parts.map((part) => [part.title, countInWords(part)]),
      },
];
