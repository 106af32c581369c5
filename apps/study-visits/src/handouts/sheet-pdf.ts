import { renderPdf, type Block } from '#pdf';
import { plural } from '#ui';
import { paperDocument } from '../papers/render-paper.js';
import { guestsOf, withoutPeople, type Guests } from './guests.js';
import type { MadeSheet } from './make-sheet.js';

/** A sheet as a tagged PDF: the version with what is new or different marked by words. */
export async function sheetPdf(made: MadeSheet): Promise<Buffer> {
  const document = paperDocument(withoutPeople(made.kept), { visit: made.sheet.visit.title });
  const guests = guestsOf(made);
  const { bytes } = await renderPdf({
    ...document,
    blocks: [
      ...document.blocks,
      ...(guests === null ? [] : guestBlocks(guests)),
      {
        kind: 'paragraph',
        text: 'Give it to nobody but those who need it, and destroy it after the visit.',
        tone: 'quiet',
      },
    ],
  });
  return bytes;
}

function guestBlocks({ named, note, left }: Guests): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: 'Who comes' },
    ...(named.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              { header: 'Name', align: 'start', share: 3, namesRow: true },
              { header: 'For', align: 'start', share: 3 },
              { header: 'Part', align: 'start', share: 2 },
            ],
            rows: named.map(({ name, organisation, leads, isNew }) => [
              isNew ? `${name} (new)` : name,
              organisation,
              leads ? 'Leads the visit' : 'Travels',
            ]),
          } as const,
        ]),
    { kind: 'paragraph', text: note },
    ...(left === 0 ? [] : [{ kind: 'paragraph', text: leftInWords(left) } as const]),
  ];
}

/** "1 traveller who stood here before does not any more." */
export const leftInWords = (left: number): string =>
  `${plural(left, 'traveller')} who stood here before ${left === 1 ? 'does' : 'do'} not any more.`;
