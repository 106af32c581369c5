import { Temporal } from 'temporal-polyfill';
import { dateRangeInWords, plural } from '#ui';
import { isFor } from '../itinerary/domain/own-day.js';
import { groupInWords, itemKindWords, stopInWords } from '../itinerary/in-words.js';
import type { PlannedItem } from '../itinerary/item-of.js';
import { stopOf, type Itinerary } from '../itinerary/read-itinerary.js';
import type { Paper, PaperEntry, PaperFact, PaperSection } from '../papers/domain/paper.js';
import { nameThose } from '../party/domain/named.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { placeInWords } from '../visits/in-words.js';
import type { Needs } from './domain/sheet.js';
import { needsInWords, sheetTime, whomToRing } from './in-words.js';
import type { Sheet, SheetSubject } from './sheets.js';

/** The section that says who comes. Its entries are ids: who they are is said when the sheet is read, of those who agree then. */
export const peopleKey = 'people';

/** All that is planned with the reader of a sheet, in the order of time, what is cancelled, too. */
export function itemsOf(
  { items, interpreters }: Pick<Itinerary, 'items' | 'interpreters'>,
  { kind, id }: Pick<SheetSubject, 'kind' | 'id'>,
): readonly PlannedItem[] {
  if (kind === 'host') return items.filter(({ hostId }) => hostId === id);
  const booked = interpreters.find((interpreter) => interpreter.id === id)?.itemIds ?? [];
  return items.filter((item) => booked.includes(item.id));
}

/** Who is at any of them, by number. */
export const comingTo = (
  { travellers, membership }: Pick<Itinerary, 'travellers' | 'membership'>,
  items: readonly PlannedItem[],
): readonly Traveller[] =>
  travellers.filter(({ id }) =>
    items.some((item) => item.status === 'planned' && isFor(item, membership.get(id))),
  );

/**
 * What a sheet says now. It holds no name of a traveller.
 *
 * @param agreed ids of those who agreed to be named to hosts
 * @param needs `null`: it says nothing of them
 */
export function sheetPaper(
  sheet: Sheet,
  { agreed, needs }: { readonly agreed: ReadonlySet<string>; readonly needs: Needs | 'too-few' | null },
): Paper {
  const { visit, subject, itinerary, notes } = sheet;
  const items = itemsOf(itinerary, subject);
  const coming = comingTo(itinerary, items);
  const isHost = subject.kind === 'host';
  const about: readonly PaperFact[] = [
    ['Visit', `${visit.title}, ${placeInWords(visit)}`],
    [
      'Days',
      dateRangeInWords(Temporal.PlainDate.from(visit.firstDay), Temporal.PlainDate.from(visit.lastDay)),
    ],
    ['You interpret', subject.languages.join(', ')],
    ['Who comes', coming.length === 0 ? '' : plural(coming.length, 'traveller')],
    ...(needs === null ? [] : needsInWords(needs, coming.length)),
    ['Whom to ring', visit.contacts.map(whomToRing).join('\n')],
  ];
  const sections: readonly (PaperSection | null)[] = [
    {
      key: 'items',
      title: isHost ? 'What you host' : 'Where you interpret',
      ...(items.length === 0 && { note: 'Nothing is planned with you any more.' }),
      entries: items.map((item) => itemEntry(item, itinerary, isHost)),
    },
    notes === ''
      ? null
      : {
          key: 'notes',
          title: isHost ? 'Good to know' : 'Words and notes for you',
          entries: [
            { key: 'notes', time: '', title: 'From those who plan the visit', facts: [], text: notes },
          ],
        },
    isHost && coming.length > 0 ? peopleSection(coming, agreed) : null,
  ];
  return {
    title: isHost ? `Host’s sheet: ${subject.name}` : `Interpreter’s sheet: ${subject.name}`,
    about: about.filter(([, value]) => value !== ''),
    sections: sections.filter((section) => section !== null),
  };
}

function peopleSection(coming: readonly Traveller[], agreed: ReadonlySet<string>): PaperSection {
  const { named, others } = nameThose(coming, agreed);
  return {
    key: peopleKey,
    title: 'Who comes',
    note: othersInWords(named.length, others),
    entries: named.map(({ id }) => ({ key: id, time: '', title: '', facts: [], text: '' })),
  };
}

/** "And 3 others." */
function othersInWords(named: number, others: number): string {
  if (others === 0) return 'All of them agreed to be named to you.';
  const people = plural(others, named === 0 ? 'traveller' : 'other', named === 0 ? 'travellers' : 'others');
  return named === 0
    ? `${people}. Nobody has agreed to be named to you yet.`
    : `And ${people}, who ${others === 1 ? 'has' : 'have'} not agreed to be named to you.`;
}

function itemEntry(
  item: PlannedItem,
  { hosts, splits, travellers, membership, interpreters }: Itinerary,
  isHost: boolean,
): PaperEntry {
  const groups = splits.flatMap((split) => split.groups.filter(({ id }) => item.groupIds.includes(id)));
  const coming = travellers.filter(({ id }) => isFor(item, membership.get(id))).length;
  const booked = interpreters.filter(({ itemIds }) => itemIds.includes(item.id));
  const missing = item.needsInterpreter ? 'Nobody is booked yet' : '';
  const facts: readonly PaperFact[] = [
    ['What', itemKindWords[item.kind]],
    ['Host', isHost ? '' : ((item.hostId === null ? undefined : hosts.get(item.hostId)?.name) ?? '')],
    [item.to === null ? 'Where' : 'From', stopInWords(stopOf(item, hosts))],
    ['To', stopInWords(item.to)],
    ['How many', [plural(coming, 'traveller'), ...groups.map(groupInWords)].join('; ')],
    ['Language', item.language ?? ''],
    [
      'Interpreter',
      isHost
        ? booked.map(({ name, languages }) => `${name} (${languages.join(', ')})`).join('; ') || missing
        : '',
    ],
  ];
  return {
    key: item.id,
    time: sheetTime(item),
    title: item.title,
    facts: facts.filter(([, value]) => value !== ''),
    text: item.description,
    ...(item.status === 'cancelled' && { cancelled: item.statusReason ?? '' }),
  };
}
