import { Temporal } from 'temporal-polyfill';
import { accepted, checkOptionalText, checkRange, problemsOf, refuse, refused, type Checked } from '#checks';
import { minutesOf, openingOf } from '../../exhibitions/domain/openings.js';
import { patternLimits } from './check-pattern.js';
import type { ShiftDetails } from './shift.js';

/** A shift as it was typed. */
export interface ShiftInput {
  /** ISO date. */
  readonly day: Checked<string>;
  readonly from: Checked<Temporal.PlainTime>;
  readonly until: Checked<Temporal.PlainTime>;
  readonly cover: Checked<number>;
  readonly leads: Checked<number>;
  readonly skills: Checked<readonly string[]>;
  readonly label: string;
}

const coverLimits = { ...patternLimits.cover, least: 0 };

/** The clock times of a shift as instants; one that does not end after it begins ends on the next day. */
export function spanOfInput(input: Pick<ShiftInput, 'day' | 'from' | 'until'>, zone: string) {
  const { day, from, until } = input;
  if (!day.ok || !from.ok || !until.ok) return refused(...problemsOf(day, from, until));
  const hours = { day: day.value, opens: from.value.toString(), closes: until.value.toString() };
  const span = openingOf(hours, zone);
  return span === null
    ? refuse('from', 'no-such-time', 'The clock goes forward then, so that there is no such time.')
    : accepted(span);
}

/** What staff say of a shift, or everything that is wrong with it. */
export function checkShift(
  span: Checked<Pick<ShiftDetails, 'start' | 'end'>>,
  input: Pick<ShiftInput, 'cover' | 'leads' | 'skills' | 'label'>,
): Checked<ShiftDetails> {
  const length = span.ok ? checkLength(span.value) : span;
  const cover = input.cover.ok ? checkRange(input.cover.value, 'cover', coverLimits) : input.cover;
  const leads = input.leads.ok ? checkRange(input.leads.value, 'leads', patternLimits.leads) : input.leads;
  const label = checkOptionalText(input.label, 'label', { longest: 60 });
  const { skills } = input;
  if (!length.ok || !cover.ok || !leads.ok || !label.ok || !skills.ok)
    return refused(...problemsOf(length, cover, leads, skills, label));
  if (leads.value > cover.value)
    return refuse(
      'leads',
      'more-leads-than-cover',
      `A shift of ${cover.value} cannot have ${leads.value} leads. Ask for as many leads as people, or fewer.`,
    );
  return accepted({
    ...length.value,
    cover: cover.value,
    leads: leads.value,
    skills: skills.value,
    label: label.value ?? '',
  });
}

function checkLength(
  span: Pick<ShiftDetails, 'start' | 'end'>,
): Checked<Pick<ShiftDetails, 'start' | 'end'>> {
  const minutes = minutesOf(span);
  if (minutes < 1) return refuse('until', 'no-length', 'A shift ends after it begins. Enter a later end.');
  if (minutes > 16 * 60)
    return refuse('until', 'too-long', 'A shift lasts at most 16 hours. Divide it into several.');
  return accepted(span);
}
