import { Temporal } from 'temporal-polyfill';
import { homeZone } from '#checks';
import { renderPdf, type PdfDocument } from '#pdf';
import { sheetOf, type Sheet } from '#sheets';
import { dateInWords, plural } from '#ui';
import type { MarkedLine } from './domain/list-changes.js';
import { shortNight, typeNames } from '../in-words.js';
import type { GuestPassports } from './passports-for-list.js';
import type { RoomingList, SentList } from './rooming-lists.js';

/** "Tuesday 12 February 2035" */
export const sentWords = ({ sentAt }: Pick<SentList, 'sentAt'>): string =>
  dateInWords(
    Temporal.Instant.fromEpochMilliseconds(sentAt.getTime()).toZonedDateTimeISO(homeZone).toPlainDate(),
  );

const parts = [
  ['key', 'room'],
  ['type', 'kind of room'],
  ['arrives', 'first night'],
  ['leaves', 'leaves on'],
  ['title', 'title'],
  ['forename', 'forename'],
  ['surname', 'surname'],
  ['note', 'note'],
] as const;

/** What became of a line since the last list, in words; blank where nothing did. */
export function changeWords({ line, mark, before }: MarkedLine): string {
  if (mark === 'new') return 'New';
  if (mark === 'gone') return 'No longer';
  if (mark === 'same' || before === null) return '';
  const changed = parts
    .filter(([part]) => line[part] !== before[part])
    .map(([part, name]) => `${name} was ${before[part] || 'blank'}`);
  return changed.length === 0 ? 'Changed' : `Changed: ${changed.join(', ')}`;
}

const text = { kind: 'text' } as const;

/**
 * A rooming list in the columns that hotels' and operators' systems take, and after them what they do not ask for.
 * @param passports of those whom the hotel has to report
 */
export const listSheet = ({ hotel, rooms, lines }: RoomingList, passports: GuestPassports): Sheet =>
  sheetOf({
    name: `Rooming list, ${hotel.name}, ${rooms.visit.title}`,
    columns: [
      { key: 'key', title: 'RoomKey', ...text },
      { key: 'type', title: 'RoomType', ...text },
      { key: 'title', title: 'Title', ...text },
      { key: 'forename', title: 'Forename', ...text },
      { key: 'surname', title: 'Surname', ...text },
      { key: 'pax', title: 'PaxType', ...text },
      { key: 'born', title: 'BirthDate', ...text },
      { key: 'passport', title: 'PassportNumber', ...text },
      { key: 'note', title: 'Notes', ...text },
      { key: 'arrives', title: 'Arrives', kind: 'date' },
      { key: 'leaves', title: 'Leaves', kind: 'date' },
      { key: 'change', title: 'Change', ...text },
    ],
    rows: lines.map((marked) => {
      const { sleeperId, ...line } = marked.line;
      const { number = '', bornOn = null } = (marked.mark !== 'gone' && passports.get(sleeperId)) || {};
      return { ...line, born: bornOn ?? '', passport: number, change: changeWords(marked) };
    }),
  }) as Sheet;

const guestColumns = [
  { header: 'Born', align: 'start', share: 2 },
  { header: 'Passport', align: 'start', share: 3 },
] as const;

const guestCells = (passport: ReturnType<GuestPassports['get']>): readonly string[] => [
  passport?.bornOn ?? '',
  passport?.number ?? '',
];

/** A rooming list as a tagged PDF. @param now when it was made, which it says */
export async function listPdf(
  list: RoomingList,
  passports: GuestPassports,
  now: Temporal.Instant,
): Promise<Buffer> {
  const { bytes } = await renderPdf(listDocument(list, passports, now));
  return bytes;
}

function listDocument(
  { hotel, rooms, lines, sent }: RoomingList,
  passports: GuestPassports,
  now: Temporal.Instant,
): PdfDocument {
  const { visit } = rooms;
  const made = dateInWords(now.toZonedDateTimeISO(homeZone).toPlainDate());
  const title = `Rooming list: ${hotel.name}`;
  const [last] = sent;
  const count = new Set(lines.filter(({ mark }) => mark !== 'gone').map(({ line }) => line.key)).size;
  return {
    title,
    author: 'Co-operative Councils’ Innovation Network',
    language: 'en-GB',
    madeAt: now,
    runningTitle: `${title}, ${visit.title}`,
    footer: `Made on ${made}`,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'facts',
        facts: [
          { label: 'Group', value: visit.title },
          ...(hotel.address === '' ? [] : [{ label: 'Address', value: hotel.address }]),
          { label: 'As it was on', value: made },
          ...(last ? [{ label: 'Changes are since the list sent on', value: sentWords(last) }] : []),
        ],
      },
      { kind: 'heading', level: 2, text: plural(count, 'room') },
      lines.length === 0
        ? { kind: 'paragraph', text: 'Nobody has a room here yet.' }
        : {
            kind: 'table',
            columns: [
              { header: 'RoomKey', align: 'start', share: 2, namesRow: true },
              { header: 'RoomType', align: 'start', share: 2 },
              { header: 'Name', align: 'start', share: 4 },
              { header: 'PaxType', align: 'start', share: 2 },
              ...(hotel.needsPassports ? guestColumns : []),
              { header: 'Nights', align: 'start', share: 3 },
              { header: 'Notes', align: 'start', share: 3 },
              ...(last ? [{ header: 'Change', align: 'start', share: 3 } as const] : []),
            ],
            rows: lines.map((marked) => {
              const { line } = marked;
              return [
                line.key,
                line.type,
                [line.title, line.forename, line.surname].filter(Boolean).join(' '),
                line.pax,
                ...(hotel.needsPassports ? guestCells(passports.get(line.sleeperId)) : []),
                `${shortNight(line.arrives)} to ${shortNight(line.leaves)}`,
                line.note,
                ...(last ? [changeWords(marked)] : []),
              ];
            }),
          },
      {
        kind: 'paragraph',
        text: `Kinds of rooms: ${Object.entries(typeNames)
          .map(([type, name]) => `${type} ${name.toLowerCase()}`)
          .join('; ')}. A twin cannot take the place of a double, nor the other way.`,
        tone: 'quiet',
      },
    ],
  };
}
