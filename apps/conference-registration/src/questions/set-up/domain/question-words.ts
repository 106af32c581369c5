import { yesOrNo, type Words } from '../../../set-up/domain/changes.js';
import type { QuestionKind, QuestionSubject, Sensitivity } from '../../domain/kinds.js';
import type { Around, QuestionDetails, SetUpQuestion } from './question-details.js';

export const kindWords: Readonly<Record<QuestionKind, string>> = {
  text: 'A line of text',
  'long-text': 'Several lines of text',
  choice: 'One of several choices',
  several: 'Any of several choices',
  'yes-no': 'Yes or no',
  file: 'A file',
};

export const subjectWords: Readonly<Record<QuestionSubject, string>> = {
  delegate: 'Each delegate',
  booking: 'The booking as a whole',
};

export const sensitiveWords: Readonly<Record<Sensitivity, string>> = {
  dietary: 'Diet',
  access: 'Access',
  health: 'Health',
};

/** "yes" → "Yes": an answer as it is read. */
export const answerInWords = (answer: string): string =>
  answer === 'yes' ? 'Yes' : answer === 'no' ? 'No' : answer;

/** "“Will you stay for dinner?” is answered with Yes"; empty where it is asked anyway. */
export function onlyIfInWords(
  { onlyIf }: Pick<QuestionDetails, 'onlyIf'>,
  questions: readonly Pick<SetUpQuestion, 'id' | 'label'>[],
): string {
  if (onlyIf === null) return '';
  const label = questions.find(({ id }) => id === onlyIf.questionId)?.label ?? 'a question that is gone';
  return `“${label}” is answered with ${onlyIf.oneOf.map(answerInWords).join(' or ')}`;
}

/** Everything that is said of a question, for the history. */
export function questionWords(question: QuestionDetails, { tickets, earlier }: Around): Words {
  return {
    Question: question.label,
    'Asked of': subjectWords[question.askedOf],
    Hint: question.hint ?? '',
    'Answered by': kindWords[question.kind],
    Choices: question.choices.join('\n'),
    'Has to be answered': yesOrNo(question.required),
    'Special category': question.sensitive === null ? '' : sensitiveWords[question.sensitive],
    'For tickets': tickets
      .filter(({ id }) => question.ticketTypeIds.includes(id))
      .map(({ name }) => name)
      .join(', '),
    'Only if': onlyIfInWords(question, earlier),
    'Asks for approval again': yesOrNo(question.asksApproval),
  };
}
