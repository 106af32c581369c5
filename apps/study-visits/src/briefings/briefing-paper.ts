import { Temporal } from 'temporal-polyfill';
import { dateInWords, plural, timeInWords, zoneInWords } from '#ui';
import { speeds } from '../itinerary/domain/distance.js';
import { dayOf } from '../itinerary/domain/item.js';
import { stopInWords, whenOfSpan } from '../itinerary/in-words.js';
import type { OwnPart } from '../itinerary/own/read-own-days.js';
import type { Paper, PaperEntry, PaperFact } from '../papers/domain/paper.js';
import { paperTime } from '../papers/in-words.js';
import type { OwnNights } from '../rooms/own-nights.js';
import { nightOf, partsOfDay, waysTo, type WayTo } from './domain/day.js';
import type { DayWords } from './domain/settings.js';

/** Somebody to ring. */
export interface Ring {
  readonly key: string;
  readonly name: string;
  readonly role: string;
  readonly phone: string;
}

/** What a traveller's briefing for a day is made from. */
export interface BriefingFacts extends DayWords {
  /** The traveller's. */
  readonly name: string;
  /** ISO */
  readonly day: string;
  /** All that they are at on the whole visit, what is off for them too. */
  readonly parts: readonly OwnPart[];
  readonly nights: readonly OwnNights[];
  readonly rings: readonly Ring[];
}

/** Whether there is anything to brief somebody of. */
export const hasDay = ({ parts, day }: Pick<BriefingFacts, 'parts' | 'day'>): boolean =>
  partsOfDay(parts, day).some(({ isOff }) => !isOff);

/** A traveller's day as it is told the evening before: what comes first, all of it, where they sleep, whom to ring. */
export function briefingPaper(facts: BriefingFacts): Paper {
  const { name, day, parts, nights, words, bring, rings } = facts;
  const all = partsOfDay(parts, day);
  const planned = all.filter(({ isOff }) => !isOff);
  const ways = waysTo(planned);
  const first = planned.find((part) => dayOf(part) === day);
  return {
    title: `Briefing for ${dateInWords(Temporal.PlainDate.from(day))}`,
    about: [
      ['For', name],
      ['First', first === undefined ? '' : firstInWords(first)],
      ['A word for the day', words],
      ['Bring', bring],
      ['Tonight', nightInWords(nightOf(nights, day))],
    ],
    sections: [
      {
        key: 'day',
        title: 'Your day',
        ...(planned.length === 0 && { note: 'Nothing is planned for you on this day.' }),
        entries: all.map((part) => entryOf(part, day, ways.get(part.id))),
      },
      ...(rings.length === 0 ? [] : [{ key: 'rings', title: 'Whom to ring', entries: rings.map(ringOf) }]),
    ],
  };
}

/** "Be at Palazzo d’Accursio by 8.45am: The mayor"; "Meet 7.15am, under the clock: Coach to Imola" */
export function firstInWords(part: OwnPart): string {
  const meet = part.facts.find(([name]) => name === 'Meet')?.[1] ?? '';
  if (meet !== '') return `Meet ${meet}: ${part.title}`;
  const where = stopInWords(part.stop);
  return `Be ${where === '' ? 'there' : `at ${where}`} by ${beThere(part)}: ${part.title}`;
}

/** When one is to be there, on its own clock. */
const beThere = ({ start, zone, bufferMinutes }: OwnPart): string =>
  timeInWords(start.subtract({ minutes: bufferMinutes }).toZonedDateTimeISO(zone).toPlainTime());

function entryOf(part: OwnPart, day: string, way: WayTo | undefined): PaperEntry {
  const { key, title, kind, stop, to, facts, about, isOff, reason, bufferMinutes } = part;
  const where: readonly PaperFact[] =
    to === null
      ? [['Where', stopInWords(stop)]]
      : [
          ['From', stopInWords(stop)],
          ['To', stopInWords(to)],
        ];
  return {
    key,
    time: dayOf(part) === day ? paperTime(part) : `${whenOfSpan(part)}, ${zoneInWords(part.endZone)}`,
    title,
    facts: [
      ['What', kind],
      ...where,
      ['Way there', way === undefined ? '' : wayInWords(way)],
      ['Be there', bufferMinutes === 0 ? '' : `${beThere(part)}, ${bufferMinutes} minutes before`],
      ...facts.filter(([name]) => name !== 'Be there earlier'),
    ],
    text: about,
    ...(isOff && { cancelled: reason ?? 'This is not planned for you any more.' }),
  };
}

/** "About 12 minutes on foot from Palazzo d’Accursio" */
function wayInWords({ from, way: { minutes, kilometresAnHour } }: WayTo): string {
  const how = kilometresAnHour === speeds.onFoot ? 'on foot' : 'by coach';
  return `About ${plural(minutes, 'minute')} ${how} from ${from.name}`;
}

const nightInWords = (night: OwnNights | null): string =>
  night === null
    ? ''
    : [night.hotel, night.address.replaceAll(/\s*\n\s*/g, ', '), night.phone]
        .filter((part) => part !== '')
        .join(', ');

const ringOf = ({ key, name, role, phone }: Ring): PaperEntry => ({
  key,
  time: '',
  title: name,
  facts: [
    ['Who', role],
    ['Phone', phone],
  ],
  text: '',
});
