import {
  accepted,
  checkChoice,
  checkOptionalText,
  checkText,
  problemsOf,
  refuse,
  refused,
  type Checked,
  type FieldProblem,
} from '#checks';
import {
  questionKinds,
  questionSubjects,
  sensitivities,
  type OnlyIf,
  type QuestionKind,
  type QuestionSubject,
  type Sensitivity,
} from '../../domain/kinds.js';

export const longestLabel = 300;
export const longestChoice = 200;
export const mostChoices = 50;

/** Everything that staff say of a question. */
export interface QuestionDetails {
  readonly askedOf: QuestionSubject;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly hint: string | null;
  /** Of a choice and of several; otherwise none. */
  readonly choices: readonly string[];
  readonly required: boolean;
  readonly sensitive: Sensitivity | null;
  readonly onlyIf: OnlyIf | null;
  /** None: whatever ticket somebody has. */
  readonly ticketTypeIds: readonly string[];
  readonly asksApproval: boolean;
}

/** The same as a form or a program gives it. */
export interface QuestionInput {
  readonly askedOf: string;
  readonly kind: string;
  readonly label: string;
  readonly hint: string;
  /** Blank ones are passed over. */
  readonly choices: readonly string[];
  readonly required: boolean;
  /** Empty: it is not. */
  readonly sensitive: string;
  readonly onlyIf: OnlyIf | null;
  readonly ticketTypeIds: readonly string[];
  readonly asksApproval: boolean;
}

/** A question as it is set up already. */
export interface SetUpQuestion extends QuestionDetails {
  /** UUIDv7. */
  readonly id: string;
  readonly position: number;
  readonly isRetired: boolean;
  readonly version: number;
}

/** What a question is asked among. */
export interface Around {
  readonly tickets: readonly { readonly id: string; readonly name: string }[];
  /** The questions that stand before it, in their order. */
  readonly earlier: readonly SetUpQuestion[];
}

/** Which answers a question may have that another one depends on. */
export function answersOf({ kind, choices }: Pick<QuestionDetails, 'kind' | 'choices'>): readonly string[] {
  if (kind === 'yes-no') return ['yes', 'no'];
  return hasChoices(kind) ? choices : [];
}

export const hasChoices = (kind: string): boolean => kind === 'choice' || kind === 'several';

/** Checks and tidies everything: either all problems, each at its field, or the details. */
export function checkQuestion(input: QuestionInput, { tickets, earlier }: Around): Checked<QuestionDetails> {
  const askedOf = checkChoice(input.askedOf, questionSubjects, 'askedOf', 'Say of whom it is asked.');
  const kind = checkChoice(input.kind, questionKinds, 'kind', 'Say how it is answered.');
  const label = checkText(input.label, 'label', {
    longest: longestLabel,
    missing: { code: 'missing', message: 'Enter the question.' },
  });
  const hint = checkOptionalText(input.hint, 'hint', { longest: longestLabel });
  const choices: Checked<readonly string[]> = hasChoices(input.kind)
    ? checkChoices(input.choices)
    : accepted([]);
  const sensitive =
    input.sensitive === ''
      ? accepted(null)
      : checkChoice(
          input.sensitive,
          sensitivities,
          'sensitive',
          'Say what kind of personal matter it is about.',
        );
  const onlyIf = checkOnlyIf(input.onlyIf, input.askedOf, earlier);
  const ticketTypeIds = checkTickets(input, tickets);
  if (
    !askedOf.ok ||
    !kind.ok ||
    !label.ok ||
    !hint.ok ||
    !choices.ok ||
    !sensitive.ok ||
    !onlyIf.ok ||
    !ticketTypeIds.ok
  ) {
    return refused(
      ...problemsOf(askedOf, label, hint, kind, choices, sensitive),
      ...problemsOf(ticketTypeIds, onlyIf),
    );
  }
  return accepted({
    askedOf: askedOf.value,
    kind: kind.value,
    label: label.value.replaceAll(/\s+/g, ' '),
    hint: hint.value,
    choices: choices.value,
    required: input.required,
    sensitive: sensitive.value,
    onlyIf: onlyIf.value,
    ticketTypeIds: ticketTypeIds.value,
    asksApproval: askedOf.value === 'delegate' && input.asksApproval,
  });
}

function checkChoices(given: readonly string[]): Checked<readonly string[]> {
  const texts = given.filter((text) => text.trim() !== '');
  const checked = texts.map((text) =>
    checkText(text, 'choices', { longest: longestChoice, missing: { code: 'missing', message: '' } }),
  );
  const [problem] = problemsOf(...checked);
  if (problem) return refused(problem);
  const choices = checked.flatMap((check) => (check.ok ? [check.value.replaceAll(/\s+/g, ' ')] : []));
  if (choices.length < 2) {
    return refuse('choices', 'too-few-choices', 'Enter at least two choices, each on a line of its own.');
  }
  if (choices.length > mostChoices) {
    return refuse(
      'choices',
      'too-many-choices',
      `There are ${choices.length} choices. Offer ${mostChoices} or fewer.`,
    );
  }
  const twice = choices.find((choice, index) => choices.indexOf(choice) !== index);
  return twice === undefined
    ? accepted(choices)
    : refuse('choices', 'choice-twice', `“${twice}” is there twice. Take one of them away.`);
}

function checkTickets(
  { ticketTypeIds: given }: QuestionInput,
  tickets: Around['tickets'],
): Checked<readonly string[]> {
  if (given.some((id) => tickets.every((ticket) => ticket.id !== id))) {
    const message = 'Choose tickets and add-ons of this conference. One of them may have been deleted.';
    return refuse('ticketTypeIds', 'unknown-ticket', message);
  }
  return accepted(tickets.map(({ id }) => id).filter((id) => given.includes(id)));
}

function checkOnlyIf(
  onlyIf: OnlyIf | null,
  askedOf: string,
  earlier: readonly SetUpQuestion[],
): Checked<OnlyIf | null> {
  if (onlyIf === null) return accepted(null);
  const other = earlier.find(({ id }) => id === onlyIf.questionId);
  if (!other || other.isRetired || other.askedOf !== askedOf || answersOf(other).length === 0) {
    const message =
      'Choose a question that stands before this one, is asked of the same, and is answered by yes or no or by choosing.';
    return refuse('onlyIf', 'not-an-earlier-question', message);
  }
  const answers = answersOf(other);
  if (onlyIf.oneOf.length === 0 || onlyIf.oneOf.some((answer) => !answers.includes(answer))) {
    const message = `Choose the answers to “${other.label}” after which this is asked.`;
    return refuse('onlyIf', 'unknown-answer', message);
  }
  return accepted({
    questionId: other.id,
    oneOf: answers.filter((answer) => onlyIf.oneOf.includes(answer)),
  });
}

/** What of a question was answered already. */
export interface Answered {
  readonly isAnswered: boolean;
  /** Of its choices those that somebody chose. */
  readonly chosen: readonly string[];
}

/**
 * What a change may not do: alter what given answers mean, or take away the answer that another question depends on.
 *
 * @param later the questions that are asked still and may depend on it
 */
export function checkChange(
  before: QuestionDetails & { readonly id: string },
  after: QuestionDetails,
  { isAnswered, chosen }: Answered,
  later: readonly SetUpQuestion[],
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: string, code: string, message: string) => problems.push({ field, code, message });
  if (isAnswered && before.kind !== after.kind) {
    add(
      'kind',
      'answered',
      'It was answered already, so it stays answered in the same way. Retire it and ask another one.',
    );
  }
  if (isAnswered && before.askedOf !== after.askedOf) {
    add(
      'askedOf',
      'answered',
      'It was answered already, so it stays asked of the same. Retire it and ask another one.',
    );
  }
  if (isAnswered && before.sensitive !== null && after.sensitive === null) {
    add(
      'sensitive',
      'answered',
      'It was answered in confidence, so it stays marked. Retire it and ask another one.',
    );
  }
  const gone = chosen.find((choice) => hasChoices(after.kind) && !after.choices.includes(choice));
  if (gone !== undefined) {
    add(
      'choices',
      'choice-chosen',
      `Somebody chose “${gone}”, so it stays. You can add choices and put them in another order.`,
    );
  }
  const dependent = later.find(({ onlyIf }) => onlyIf?.questionId === before.id);
  if (dependent) {
    const answers = answersOf(after);
    const isBroken =
      after.askedOf !== dependent.askedOf ||
      dependent.onlyIf?.oneOf.some((answer) => !answers.includes(answer));
    if (isBroken) {
      add(
        'kind',
        'depended-on',
        `“${dependent.label}” is asked only after certain answers to this. Change that question first.`,
      );
    }
  }
  return problems;
}

/** A question that stands before the one that it depends on; `null` where the order will do. */
export function orderProblem(questions: readonly SetUpQuestion[]): FieldProblem | null {
  for (const [index, { onlyIf, label }] of questions.entries()) {
    if (onlyIf === null) continue;
    const other = questions.findIndex(({ id }) => id === onlyIf.questionId);
    if (other > index) {
      const message = `“${label}” is asked only after certain answers to “${questions[other]?.label ?? ''}”, so it has to come after it.`;
      return { field: 'ids', code: 'before-its-condition', message };
    }
  }
  return null;
}
