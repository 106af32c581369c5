import type { Temporal } from 'temporal-polyfill';
import { shiftUid } from '#contracts';
import { listInWords, plural } from '#ui';
import type { CalendarEntry } from '#icalendar';
import type { Current } from './domain/rota-diff.js';
import { whereInWords } from './domain/words.js';

/** Somebody to turn to. */
interface Contact {
  readonly name: string;
  readonly role: string;
  readonly phone: string | null;
}

/** What an entry says besides the shift itself. */
export interface EntryAbout {
  readonly exhibition: {
    readonly title: string;
    readonly zone: string;
    readonly contacts: readonly Contact[];
  };
  /** Names of those in the same shift. */
  readonly withWhom: readonly string[];
  readonly toldAt: Temporal.Instant;
  readonly uidDomain: string;
  /** Where the person sees all their shifts; complete. */
  readonly url: string;
}

/** How many are named. */
const mostNamed = 12;

/** "With Ada Example and Bo Sample." */
export function withWhomInWords(names: readonly string[]): string {
  if (names.length === 0) return 'Nobody else is on this shift.';
  const more = names.length - mostNamed;
  const named = more > 0 ? [...names.slice(0, mostNamed), plural(more, 'other')] : names;
  return `With ${listInWords(named)}.`;
}

/** "Exhibition office: Cy Example, 0151 496 0000" */
export const contactInWords = ({ role, name, phone }: Contact): string =>
  `${role === '' ? '' : `${role}: `}${[name, phone].filter((part) => part).join(', ')}`;

/** A shift as its owner's calendar takes it, from a mail or from a file. */
export function shiftEntry(
  { id, terms, version }: Current,
  about: EntryAbout,
  isCancelled = false,
): CalendarEntry {
  const { exhibition, url } = about;
  return {
    uid: shiftUid(id, about.uidDomain),
    sequence: version,
    changedAt: about.toldAt,
    when: { type: 'timed', start: terms.start, end: terms.end, zone: exhibition.zone },
    title: `${terms.label === '' ? 'On the stand' : terms.label}: ${exhibition.title}`,
    description: [
      ...(isCancelled ? ['You are not on this shift any more.'] : []),
      ...(!isCancelled && terms.isLead ? ['You lead this shift.'] : []),
      ...(isCancelled ? [] : [withWhomInWords(about.withWhom)]),
      ...(exhibition.contacts.length === 0
        ? []
        : [['Whom to call:', ...exhibition.contacts.map(contactInWords)].join('\n')]),
      `All your shifts: ${url}`,
    ].join('\n\n'),
    location: whereInWords(terms),
    url,
    isCancelled,
  };
}
