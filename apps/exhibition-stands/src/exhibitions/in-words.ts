import { Temporal } from 'temporal-polyfill';
import { yesOrNo, type Contact, type Words } from '#checks';
import { dateInWords, listInWords, plural, timeInWords } from '#ui';
import type { ExhibitionDetails } from './domain/details.js';
import type { WrittenDay } from './domain/days.js';
import type { DayKind, ExhibitionStatus } from './domain/exhibition.js';
import { isPastMidnight, minutesOf, openingOf } from './domain/openings.js';

export const statusWords: Readonly<Record<ExhibitionStatus, string>> = {
  draft: 'Draft',
  published: 'Published',
  over: 'Over',
  cancelled: 'Cancelled',
};

export const kindWords: Readonly<Record<DayKind, string>> = {
  'build-up': 'Build-up',
  open: 'Open',
  'break-down': 'Break-down',
};

/** "9am to 5pm", "10pm to 2am (the next day)" */
export function hoursInWords(hours: Pick<WrittenDay, 'opens' | 'closes'>): string {
  const [opens, closes] = [hours.opens, hours.closes].map((time) =>
    timeInWords(Temporal.PlainTime.from(time)),
  );
  return `${opens} to ${closes}${isPastMidnight(hours) ? ' (the next day)' : ''}`;
}

/** "Sunday 26 September 2027" @param day ISO */
export const dayInWords = (day: string): string => dateInWords(Temporal.PlainDate.from(day));

/** "Open, Sunday 26 September 2027, 9am to 5pm" */
export const writtenDayInWords = (day: WrittenDay): string =>
  `${kindWords[day.kind]}, ${dayInWords(day.day)}, ${hoursInWords(day)}`;

/**
 * How long a day is by the instants, where the clock changes meanwhile: "9 hours, as the clock goes back"; `null` on other days.
 */
export function clockChangeInWords(day: WrittenDay, zone: string): string | null {
  const opening = openingOf(day, zone);
  if (opening === null) return null;
  const before = opening.start.toZonedDateTimeISO(zone).offsetNanoseconds;
  const after = opening.end.toZonedDateTimeISO(zone).offsetNanoseconds;
  if (before === after) return null;
  return `${minutesInWords(minutesOf(opening))}, as the clock goes ${after > before ? 'forward' : 'back'}`;
}

/** "9 hours", "1 hour and 30 minutes" */
export function minutesInWords(minutes: number): string {
  const parts = [
    minutes >= 60 ? plural(Math.floor(minutes / 60), 'hour') : '',
    minutes % 60 > 0 || minutes === 0 ? plural(minutes % 60, 'minute') : '',
  ];
  return listInWords(parts.filter((part) => part !== ''));
}

const contactInWords = ({ name, role, phone, email }: Contact): string =>
  [name, role, phone ?? '', email ?? ''].filter((part) => part !== '').join(', ');

/** What an exhibition says, by what staff call it. */
export function detailsInWords(details: ExhibitionDetails, slug: string): Words {
  return {
    Title: details.title,
    Address: slug,
    'Whose conference': details.host,
    City: details.city,
    Venue: details.venue ?? '',
    Hall: details.hall ?? '',
    'Stand number': details.standNumber ?? '',
    'Time zone': details.zone,
    Summary: details.summary,
    Description: details.description,
    Contacts: details.contacts.map(contactInWords).join('\n'),
    'Passes needed': yesOrNo(details.passesNeeded),
    'Minutes to walk to the stand': String(details.walkingMinutes),
    'Swaps need approval': yesOrNo(details.swapsNeedApproval),
  };
}

export const daysInWords = (days: readonly WrittenDay[]): Words => ({
  Days: days.map(writtenDayInWords).join('\n'),
});
