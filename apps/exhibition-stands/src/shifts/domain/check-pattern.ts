import { accepted, checkRange, problemsOf, refuse, refused, type Checked } from '#checks';
import { dayKinds, type DayKind } from '../../exhibitions/domain/exhibition.js';
import { handovers, type DayPattern, type ShiftPattern } from './pattern.js';

/** A pattern as it was typed or sent. */
export type PatternInput = Readonly<Partial<Record<DayKind, DayInput>>>;

/** The same of days of one kind; numbers that could not be read come as what is wrong with them. */
export interface DayInput {
  readonly slotMinutes: Checked<number>;
  readonly cover: Checked<number>;
  readonly leads: Checked<number>;
  readonly handover: string;
  readonly handoverMinutes: Checked<number>;
}

export const patternLimits = {
  slotMinutes: { what: 'the length of a shift in minutes', least: 15, most: 720 },
  cover: { what: 'how many people each shift needs', least: 1, most: 50 },
  leads: { what: 'how many of them lead', least: 0, most: 50 },
  handoverMinutes: { what: 'the minutes of the changeover', least: 0, most: 240 },
} as const;

/** A pattern that can be cut by, or everything that is wrong with it. Fields are named `open.cover`. */
export function checkPattern(input: PatternInput): Checked<ShiftPattern> {
  const checked = dayKinds.flatMap((kind) => {
    const day = input[kind];
    return day ? [{ kind, value: checkDay(kind, day) }] : [];
  });
  const problems = problemsOf(...checked.map(({ value }) => value));
  if (problems.length > 0) return refused(...problems);
  if (checked.length === 0)
    return refuse('', 'nothing-to-make', 'Say for at least one kind of day how its shifts are to be.');
  return accepted(
    Object.fromEntries(checked.flatMap(({ kind, value }) => (value.ok ? [[kind, value.value]] : []))),
  );
}

function checkDay(kind: DayKind, day: DayInput): Checked<DayPattern> {
  const inLimits = (name: keyof typeof patternLimits): Checked<number> => {
    const read = day[name];
    return read.ok ? checkRange(read.value, `${kind}.${name}`, patternLimits[name]) : read;
  };
  const handover = handovers.find((each) => each === day.handover);
  const slotMinutes = inLimits('slotMinutes');
  const cover = inLimits('cover');
  const leads = inLimits('leads');
  const minutes = handover === undefined || handover === 'none' ? accepted(0) : inLimits('handoverMinutes');
  if (!slotMinutes.ok || !cover.ok || !leads.ok || !minutes.ok || handover === undefined)
    return refused(
      ...problemsOf(slotMinutes, cover, leads, minutes),
      ...(handover === undefined ? problemsOf(noHandover(kind)) : []),
    );
  const more = [
    ...(leads.value > cover.value
      ? problemsOf(
          refuse(
            `${kind}.leads`,
            'more-leads-than-cover',
            `A shift of ${cover.value} cannot have ${leads.value} leads. Ask for as many leads as people, or fewer.`,
          ),
        )
      : []),
    ...(handover !== 'none' && minutes.value * 2 > slotMinutes.value
      ? problemsOf(
          refuse(
            `${kind}.handoverMinutes`,
            'changeover-too-long',
            'The changeover cannot be longer than half a shift. Make it shorter, or the shifts longer.',
          ),
        )
      : []),
  ];
  if (more.length > 0) return refused(...more);
  return accepted({
    slotMinutes: slotMinutes.value,
    cover: cover.value,
    leads: leads.value,
    handover: minutes.value === 0 ? 'none' : handover,
    handoverMinutes: minutes.value,
  });
}

const noHandover = (kind: DayKind) =>
  refuse(`${kind}.handover`, 'unknown-choice', 'Say what happens between one shift and the next.');
