import { accepted, checkOptionalText, checkText, refuse, refused, type Checked } from '#checks';

/** How many criteria there are at most: more, and nobody reads them. */
export const mostCriteria = 8;

/** What applications are scored by, as it was typed. */
export interface CriterionInput {
  readonly title: string;
  /** What deserves few points, and what many. */
  readonly text: string;
  /** Checked by {@link weightRules}, as it is typed in forms and a number in JSON. */
  readonly weight: Checked<number>;
}

/** How much a criterion may count. */
export const weightRules = { what: 'how much it counts', least: 1, most: 10 } as const;

export interface CriterionWanted {
  readonly title: string;
  readonly text: string;
  readonly weight: number;
}

/**
 * Checks the criteria, all of a visit together.
 *
 * @returns problems by `criteria.0.title`, as they are numbered in what was sent
 */
export function checkCriteria(inputs: readonly CriterionInput[]): Checked<readonly CriterionWanted[]> {
  if (inputs.length === 0) return refuse('criteria.0.title', 'missing', 'Enter at least one criterion.');
  if (inputs.length > mostCriteria)
    return refuse('criteria', 'too-many', `Choose at most ${mostCriteria} criteria.`);
  const checked = inputs.map((input, index) => checkCriterion(input, `criteria.${index}`));
  const problems = checked.flatMap((each) => (each.ok ? [] : each.problems));
  if (problems.length > 0) return refused(...problems);
  const values = checked.flatMap((each) => (each.ok ? [each.value] : []));
  const titles = values.map(({ title }) => title.toLowerCase());
  const twice = titles.findIndex((title, index) => titles.indexOf(title) < index);
  return twice < 0
    ? accepted(values)
    : refuse(`criteria.${twice}.title`, 'twice', 'Two criteria have this title. Name each otherwise.');
}

function checkCriterion(input: CriterionInput, field: string): Checked<CriterionWanted> {
  const title = checkText(input.title, `${field}.title`, {
    longest: 100,
    missing: { code: 'missing', message: 'Enter what the criterion is called.' },
  });
  const text = checkOptionalText(input.text, `${field}.text`, { longest: 1000, manyLines: true });
  const { weight } = input;
  return title.ok && text.ok && weight.ok
    ? accepted({ title: title.value, text: text.value ?? '', weight: weight.value })
    : refused(...[title, text, weight].flatMap((each) => (each.ok ? [] : each.problems)));
}
