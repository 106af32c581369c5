import type { Temporal } from 'temporal-polyfill';
import { timeInWords } from '#ui';
import { shiftTimes } from '../board/shift-words.js';
import { whyNotWords, type RotaRule } from '../rota/index.js';
import type { AskState } from './domain/cover-ask.js';
import type { OnRota, Risk } from './domain/stand-now.js';

/** "10.42am" @param zone IANA */
export const clockInWords = (at: Temporal.Instant, zone: string): string =>
  timeInWords(at.toZonedDateTimeISO(zone).toPlainTime());

/** "9am to 11am (Reception)" */
export const timesInWords = (
  shift: { readonly start: Temporal.Instant; readonly end: Temporal.Instant; readonly label: string },
  zone: string,
): string => `${shiftTimes(shift, zone)}${shift.label === '' ? '' : ` (${shift.label})`}`;

/** "Ada Example (lead)" */
export const nameOf = (one: OnRota, names: ReadonlyMap<string, string>): string =>
  `${names.get(one.memberId) ?? 'Somebody who has left'}${one.terms.isLead ? ' (lead)' : ''}`;

export const riskWords: Readonly<Record<Risk, string>> = {
  'not-heard-from': 'has never answered us',
  'travelling-in': 'arrives less than two hours before, or after it begins',
  'no-pass-yet': 'has not fetched their pass for that day',
  'no-address': 'cannot be written to: call them',
};

export const askWords: Readonly<Record<AskState, string>> = {
  waiting: 'Not asked yet',
  asked: 'Asked',
  lapsed: 'No answer in time',
  declined: 'Cannot',
  accepted: 'Has it',
  filled: 'Told that somebody has it',
  closed: 'Not asked any more',
};

/** Whoever dropped out of a shift is ruled out for it, too, without staff having decided anything. */
const whyNot: Readonly<Record<RotaRule, string>> = {
  ...whyNotWords,
  forbidden: 'dropped out of this shift, or is ruled out for it by staff',
};

/** "is busy elsewhere; would be on the stand for too many hours that day" */
export const whyInWords = (why: readonly RotaRule[]): string => why.map((rule) => whyNot[rule]).join('; ');
