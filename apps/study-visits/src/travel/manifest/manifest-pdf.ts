import type { Temporal } from 'temporal-polyfill';
import { renderPdf, type Block, type Column, type PdfDocument } from '#pdf';
import { plural } from '#ui';
import { legFacts, legName, momentWords } from '../in-words.js';
import type { Leg } from '../legs.js';
import { homeZone } from '#checks';
import { driverCopy } from './driver-links.js';
import type { Manifest } from './read-manifest.js';

/** Whose copy: that of staff and leaders, or that of whoever drives. */
export type CopyOf = 'staff' | 'driver';

/** A box to tick with a pen. */
const box = '[   ]';

/**
 * A manifest as a tagged PDF.
 *
 * @param now when it was made, which it says
 */
export async function manifestPdf(
  manifest: Manifest,
  copyOf: CopyOf,
  now: Temporal.Instant,
): Promise<Buffer> {
  const { bytes } = await renderPdf(
    copyOf === 'driver' ? driverDocument(manifest, now) : staffDocument(manifest, now),
  );
  return bytes;
}

function staffDocument(manifest: Manifest, now: Temporal.Instant): PdfDocument {
  const { visit, leg, passengers } = manifest;
  return documentOf(leg, {
    title: `Manifest: ${legName(leg)}`,
    runningTitle: visit.title,
    now,
    count: passengers.length,
    columns: [
      { header: 'No.', align: 'end' },
      { header: 'Seat', align: 'start', share: 1 },
      { header: 'Name', align: 'start', share: 4, namesRow: true },
      { header: 'Mobile', align: 'start', share: 2 },
      { header: 'Reference', align: 'start', share: 2 },
      { header: 'Aboard', align: 'start', share: 1 },
    ],
    rows: passengers.map(({ traveller, seat, bookingReference }, index) => [
      String(index + 1),
      seat ?? '',
      `${traveller.name}\n${traveller.organisationName}`,
      traveller.phone ?? '',
      bookingReference ?? '',
      box,
    ]),
    note: 'It names people and their mobiles: give it to nobody but those who lead the visit. There is a copy for drivers.',
  });
}

function driverDocument(manifest: Manifest, now: Temporal.Instant): PdfDocument {
  const { leg } = manifest;
  const { lines } = driverCopy(manifest);
  return documentOf(leg, {
    title: `Driver’s list: ${legName(leg)}`,
    runningTitle: legName(leg),
    now,
    count: lines.length,
    columns: [
      { header: 'No.', align: 'end' },
      { header: 'Seat', align: 'start', share: 1 },
      { header: 'Name', align: 'start', share: 4, namesRow: true },
      { header: 'Aboard', align: 'start', share: 1 },
    ],
    rows: lines.map(({ number, seat, name }) => [String(number), seat ?? '', name, box]),
    note: 'Destroy this list after the journey.',
  });
}

interface Listed {
  readonly title: string;
  readonly runningTitle: string;
  readonly now: Temporal.Instant;
  readonly count: number;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly note: string;
}

function documentOf(leg: Omit<Leg, 'note' | 'visitId'>, listed: Listed): PdfDocument {
  const made = momentWords({ at: listed.now, zone: homeZone });
  const facts = Object.entries(legFacts({ ...leg, note: null })).map(([label, value]) => ({ label, value }));
  const list: readonly Block[] =
    listed.count === 0
      ? [{ kind: 'paragraph', text: 'Nobody is on this leg yet.' }]
      : [{ kind: 'table', columns: listed.columns, rows: listed.rows }];
  return {
    title: listed.title,
    author: 'Co-operative Councils’ Innovation Network',
    language: 'en-GB',
    madeAt: listed.now,
    runningTitle: `${listed.title}, ${listed.runningTitle}`,
    footer: `Made on ${made}`,
    blocks: [
      { kind: 'heading', level: 1, text: listed.title },
      { kind: 'paragraph', text: `As it was on ${made}.`, tone: 'quiet' },
      ...(leg.status === 'cancelled'
        ? [{ kind: 'paragraph', text: [{ text: 'This leg is cancelled.', strong: true }] } as const]
        : []),
      { kind: 'facts', facts },
      { kind: 'heading', level: 2, text: plural(listed.count, 'traveller') },
      ...list,
      { kind: 'paragraph', text: listed.note, tone: 'quiet' },
    ],
  };
}
