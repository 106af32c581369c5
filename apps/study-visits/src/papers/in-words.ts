import type { Temporal } from 'temporal-polyfill';
import type { FieldChange } from '#checks';
import { homeZone } from '#checks';
import { dateInWords, zoneInWords } from '#ui';
import { timesInWords, type TimedSpan } from '../itinerary/in-words.js';
import type { PaperKind } from './domain/paper.js';
import type { EntryMark } from './domain/paper-changes.js';
import type { KeptPaper } from './keep-paper.js';

/** What became of an entry, in a word; '' where nothing did. */
export const markWords: Readonly<Record<EntryMark, string>> = {
  same: '',
  new: 'New',
  changed: 'Changed',
  cancelled: 'Cancelled',
  gone: 'No longer',
};

/** What papers are called among staff. */
export const paperNames: Readonly<Record<PaperKind, string>> = {
  traveller: 'Programme',
  'emergency-card': 'Emergency card',
  briefing: 'Briefing',
  host: 'Host’s sheet',
  interpreter: 'Interpreter’s sheet',
  risks: 'Risk assessment',
};

/** "Wednesday 12 February 2024" */
export const madeOn = (at: Temporal.Instant): string =>
  dateInWords(at.toZonedDateTimeISO(homeZone).toPlainDate());

/** "Version 3 of Monday 12 February 2024. What is new or different since version 2 of Friday 9 February 2024 is marked." */
export function versionWords({
  number,
  madeAt,
  since,
}: Pick<KeptPaper, 'number' | 'madeAt' | 'since'>): string {
  const version = `Version ${number} of ${madeOn(madeAt)}.`;
  return since === null
    ? version
    : `${version} What is new or different since version ${since.number} of ${madeOn(since.madeAt)} is marked.`;
}

/** "When was 9am to 11am", "Seat was not given" */
export const changeWords = ({ field, before }: FieldChange): string =>
  `${field} was ${before === '' ? 'not given' : before.replaceAll(/\s*\n\s*/g, ', ')}`;

/** When something is: "10am to 12 noon, Bologna time"; across two clocks each end says its own. */
export const paperTime = (span: TimedSpan): string =>
  span.zone === span.endZone ? `${timesInWords(span)}, ${zoneInWords(span.zone)}` : timesInWords(span);
