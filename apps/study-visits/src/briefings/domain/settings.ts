import { Temporal } from 'temporal-polyfill';
import {
  accepted,
  checkOptionalText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';

/** When the briefings of a visit are sent, as staff decide it. */
export interface BriefingSettings {
  readonly isSending: boolean;
  /** "18:00", on the visit's own clock, the evening before. */
  readonly sendAt: string;
}

export const usualSettings: BriefingSettings = { isSending: true, sendAt: '18:00' };

/** Nobody reads before this what they are to know for the next day. */
const earliest = Temporal.PlainTime.from('12:00');

/** @param sendAt as it was typed or sent */
export function checkSettings(
  isSending: boolean,
  sendAt: Checked<Temporal.PlainTime>,
): Checked<BriefingSettings> {
  if (!sendAt.ok) return refused(...problemsOf<FieldProblem>(sendAt));
  if (Temporal.PlainTime.compare(sendAt.value, earliest) < 0) {
    return refuse('sendAt', 'too-early', 'Enter a time from 12 noon on: it is that of the day before.');
  }
  return accepted({ isSending, sendAt: sendAt.value.toString({ smallestUnit: 'minute' }) });
}

/** What staff write for a day. */
export interface DayWords {
  /** Plain text: a word to everybody. Blank: none. */
  readonly words: string;
  /** Plain text: what to have with one. */
  readonly bring: string;
}

const longest = 2000;

export function checkDayWords(input: DayWords): Checked<DayWords> {
  const words = checkOptionalText(input.words, 'words', { longest, manyLines: true });
  const bring = checkOptionalText(input.bring, 'bring', { longest, manyLines: true });
  if (!words.ok || !bring.ok) return refused(...problemsOf<FieldProblem>(words, bring));
  return accepted({ words: words.value ?? '', bring: bring.value ?? '' });
}
