import { Temporal } from 'temporal-polyfill';
import { accepted, problemsOf, readTime, refuse, refused, type Checked } from '#checks';
import { Problem, unprocessable } from '#platform';
import { allValues, pickFields, refusedFields, textIn, type FieldError, type SubmittedValues } from '#ui';
import { experiences, longest, type About } from '../domain/about.js';
import { plainSkills, readSkills, skillsTyped } from '../domain/skills.js';
import type { TeamMember } from '../team-of.js';

/** The form's controls, in order. */
export const aboutNames = [
  'arrivesDay',
  'arrivesTime',
  'departsDay',
  'departsTime',
  'wishedHours',
  'mostHours',
  'experience',
  'skills',
  'languages',
  'topics',
  'note',
] as const;

/** The controls for what the rules call otherwise. */
const controlOf: Readonly<Record<string, string>> = {
  arrivesAt: 'arrivesDay',
  departsAt: 'departsDay',
  wishedMinutes: 'wishedHours',
  mostMinutesADay: 'mostHours',
};

/** The form as it is filled in already. @param zone IANA */
export function aboutValues(member: TeamMember, zone: string): SubmittedValues {
  const typed = skillsTyped(member.skills);
  return {
    ...stayValues('arrives', member.arrivesAt, zone),
    ...stayValues('departs', member.departsAt, zone),
    wishedHours: hours(member.wishedMinutes),
    mostHours: hours(member.mostMinutesADay),
    experience: member.experience,
    skills: typed.plain.filter((skill) => plainSkills.some((each) => each === skill)),
    languages: typed.languages,
    topics: typed.topics,
    note: member.note,
  };
}

/** A moment at midnight is the end of a day for who leaves, the beginning of it for who arrives: neither needs a time. */
function stayValues(name: 'arrives' | 'departs', at: Temporal.Instant | null, zone: string): SubmittedValues {
  if (at === null) return { [`${name}Day`]: '', [`${name}Time`]: '' };
  const local = at.toZonedDateTimeISO(zone);
  const isMidnight = local.equals(local.startOfDay());
  const day = isMidnight && name === 'departs' ? local.subtract({ days: 1 }) : local;
  return {
    [`${name}Day`]: day.toPlainDate().toString(),
    [`${name}Time`]: isMidnight ? '' : local.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** "7.5"; to the hundredth, so that every minute has a text of its own. */
const hours = (minutes: number | null): string =>
  minutes === null ? '' : String(Math.round((minutes / 60) * 100) / 100);

/** @param zone IANA */
export function readAbout(sent: SubmittedValues, zone: string): Checked<About> {
  const values = pickFields(sent, aboutNames);
  const arrivesAt = readMoment(values, 'arrives', zone);
  const departsAt = readMoment(values, 'departs', zone);
  const wished = readHours(values, 'wishedHours', longest.wished);
  const most = readHours(values, 'mostHours', longest.aDay);
  const skills = readSkills({
    plain: allValues(values, 'skills'),
    languages: textIn(values, 'languages'),
    topics: textIn(values, 'topics'),
  });
  if (!arrivesAt.ok || !departsAt.ok || !wished.ok || !most.ok || !skills.ok) {
    return refused(...problemsOf(arrivesAt, departsAt, wished, most, skills));
  }
  const experience = experiences.find((each) => each === textIn(values, 'experience')) ?? 'first-time';
  return accepted({
    arrivesAt: arrivesAt.value,
    departsAt: departsAt.value,
    wishedMinutes: wished.value,
    mostMinutesADay: most.value,
    experience,
    skills: skills.value,
    note: textIn(values, 'note'),
  });
}

/** Minutes, of hours as people write them: `7`, `7.5`, `7,5`, `7:30`. */
function readHours(values: SubmittedValues, name: string, mostMinutes: number): Checked<number | null> {
  const typed = textIn(values, name).normalize('NFKC').trim();
  if (typed === '') return accepted(null);
  const [, whole, part, minutes] = /^(\d{1,4})(?:[.,](\d{1,2})|:([0-5]\d))?$/.exec(typed) ?? [];
  if (whole === undefined) {
    return refuse(name, 'not-a-number', 'Write the hours as a number, such as 7 or 7.5.');
  }
  const sum = Number(whole) * 60 + Number(minutes ?? 0) + Math.round(Number(`0.${part ?? 0}`) * 60);
  if (sum < 1 || sum > mostMinutes) {
    const message = `Write more than 0 and at most ${mostMinutes / 60} hours, or leave it empty.`;
    return refuse(name, 'out-of-range', message);
  }
  return accepted(sum);
}

function readMoment(
  values: SubmittedValues,
  name: 'arrives' | 'departs',
  zone: string,
): Checked<Temporal.Instant | null> {
  const [day, typed] = [textIn(values, `${name}Day`), textIn(values, `${name}Time`)];
  if (day === '') {
    return typed.trim() === '' ? accepted(null) : refuse(`${name}Day`, 'missing', 'Choose the day, too.');
  }
  if (!/^\d{4}-\d\d-\d\d$/.test(day))
    return refuse(`${name}Day`, 'unknown-choice', 'Choose one of the days.');
  const date = dateOf(day);
  if (date === null) return refuse(`${name}Day`, 'unknown-choice', 'Choose one of the days.');
  if (typed.trim() === '') {
    return accepted((name === 'arrives' ? date : date.add({ days: 1 })).toZonedDateTime(zone).toInstant());
  }
  const time = readTime(typed, `${name}Time`);
  return time.ok
    ? accepted(date.toZonedDateTime({ timeZone: zone, plainTime: time.value }).toInstant())
    : time;
}

function dateOf(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}

/** What was refused, by the form's controls. @throws whatever else the error was */
export function refusedAbout(error: unknown): readonly FieldError[] {
  if (!(error instanceof Problem) || error.status !== 422) throw error;
  const fields = error.fields.map((problem) => ({
    ...problem,
    field: controlOf[problem.field] ?? problem.field,
  }));
  return refusedFields(unprocessable(fields), aboutNames);
}
