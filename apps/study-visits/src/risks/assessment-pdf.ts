import { renderPdf, type Block } from '#pdf';
import { momentInWords } from '#ui';
import { paperDocument } from '../papers/render-paper.js';
import type { SignedThing } from '../sign-offs/read-signed.js';
import type { Assessment } from './make-assessment.js';

/** A risk assessment as a tagged PDF: what is new or different is marked by words, and who signed it off stands at its end. */
export async function assessmentPdf({ visit, kept, signed }: Assessment): Promise<Buffer> {
  const document = paperDocument(kept, { visit: visit.title });
  const { bytes } = await renderPdf({
    ...document,
    blocks: [...document.blocks, ...signatureBlocks(signed)],
  });
  return bytes;
}

function signatureBlocks({ signOffs, state, changes }: SignedThing): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 2, text: 'Signed off' };
  const [last] = signOffs;
  if (last === undefined) {
    return [heading, { kind: 'paragraph', text: 'Nobody has signed off this risk assessment yet.' }];
  }
  return [
    heading,
    {
      kind: 'paragraph',
      text:
        state === 'signed'
          ? [{ text: 'Signed as it stands. ', strong: true }, 'Nothing was changed since.']
          : [
              { text: 'Changed since it was signed: ', strong: true },
              `${changes.map(({ field }) => field).join('; ')}.`,
            ],
    },
    {
      kind: 'table',
      columns: [
        { header: 'No.', align: 'end' },
        { header: 'Signed by', align: 'start', share: 3, namesRow: true },
        { header: 'As', align: 'start', share: 3 },
        { header: 'When', align: 'start', share: 3 },
      ],
      rows: signOffs.map(({ number, personName, role, signedAt }) => [
        String(number),
        personName,
        role,
        momentInWords(signedAt),
      ]),
    },
  ];
}
