import type { FieldError } from '#ui';

/** A problem of the domain or of a use case; `parts` where only some boxes of a date are wrong. */
interface ShownProblem {
  readonly field: string;
  readonly message: string;
  readonly parts?: readonly string[];
}

const dates = new Set([
  'when.start.date',
  'when.end.date',
  'when.first',
  'when.last',
  'when.month',
  'recurrence.until',
]);

/** Fields of the domain that have another control in the form. */
const otherControls: Readonly<Record<string, string>> = {
  'place.coordinates': 'place.latitude',
  place: 'place.name',
  joining: 'joining.url',
  organiser: 'organiser.name',
  when: 'when.type',
  recurrence: 'recurrence.repeats',
  'recurrence.rule': 'recurrence.repeats',
};

const wholeDays: Readonly<Record<string, string>> = {
  'when.start.date': 'when.first',
  'when.end.date': 'when.last',
};

/**
 * Problems as errors of the form's controls, in the order of the page. One that has no control here is the form's as a
 * whole.
 *
 * @param whenType which of the three ways to say when was chosen
 * @param names the form's controls, in their order
 */
export function fieldErrorsOf(
  problems: readonly ShownProblem[],
  whenType: string,
  names: readonly string[],
): readonly FieldError[] {
  const place = (field: string) => {
    const found = names.findIndex((name) => name === field || name.startsWith(`${field}.`));
    return found < 0 ? names.length : found;
  };
  return problems
    .map((problem) => ({
      field: controlOf(problem, whenType, names),
      // The choices stand beside the problem.
      message: problem.message.replace(/ Choose one of: .*$/s, ''),
    }))
    .toSorted((a, b) => place(a.field) - place(b.field));
}

function controlOf(problem: ShownProblem, whenType: string, names: readonly string[]): string {
  const domainField = problem.field.replace(/^recurrence\.exceptions\.[^.]+\./, '');
  const field =
    (whenType === 'all-day' ? wholeDays[domainField] : undefined) ??
    otherControls[domainField] ??
    domainField;
  const [part] = problem.parts ?? [];
  if (part !== undefined && dates.has(field)) return `${field}.${part}`;
  const isControl = names.some((name) => name === field || name.startsWith(`${field}.`));
  return isControl ? field : '';
}
