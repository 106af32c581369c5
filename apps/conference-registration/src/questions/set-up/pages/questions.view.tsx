import { Button, ButtonGroup, EmptyState, plural, Tag } from '#ui';
import { newThingPath, orderPath, thingPath } from '../../../set-up/addresses.js';
import { OrderButtons } from '../../../set-up/pages/order-buttons.js';
import type { Around, SetUpQuestion } from '../domain/question-details.js';
import { kindWords, onlyIfInWords, sensitiveWords, subjectWords } from '../domain/question-words.js';

export interface QuestionsProps {
  readonly conferenceId: string;
  readonly questions: readonly SetUpQuestion[];
  readonly tickets: Around['tickets'];
  /** How many answers each has, by its id. */
  readonly answers: ReadonlyMap<string, number>;
}

export function QuestionsView(props: QuestionsProps) {
  const { conferenceId, questions } = props;
  const add = newThingPath(conferenceId, 'questions');
  if (questions.length === 0) {
    return (
      <EmptyState titleText="Nothing is asked yet">
        <p class="govuk-body">
          Names, e-mail addresses and job titles are asked in any case. Further questions to each delegate, or
          to whoever books, will be listed here: what they eat, what helps them to take part, which workshop
          they choose.
        </p>
        <Button href={add}>Add the first question</Button>
      </EmptyState>
    );
  }
  return (
    <>
      <ButtonGroup>
        <Button href={add}>Add a question</Button>
      </ButtonGroup>
      <ol class="govuk-list">
        {questions.map((question, index) => (
          <QuestionItem {...props} question={question} index={index} />
        ))}
      </ol>
    </>
  );
}

interface QuestionItemProps extends QuestionsProps {
  readonly question: SetUpQuestion;
  readonly index: number;
}

function QuestionItem({ question, index, conferenceId, questions, tickets, answers }: QuestionItemProps) {
  const { id, label, isRetired } = question;
  const path = (step: string) => thingPath(conferenceId, 'questions', id, step);
  return (
    <li>
      <h2 class="govuk-heading-s cn-flush">{label}</h2>
      <Tags question={question} />
      <p class="govuk-body">{factsOf(question, tickets, questions, answers.get(id) ?? 0).join(' · ')}</p>
      <ButtonGroup>
        <a class="govuk-link" href={path('edit')}>
          Change<span class="govuk-visually-hidden">: {label}</span>
        </a>
        <a class="govuk-link" href={path('retire')}>
          {isRetired ? 'Ask it again or delete' : 'Stop asking or delete'}
          <span class="govuk-visually-hidden">: {label}</span>
        </a>
      </ButtonGroup>
      <OrderButtons
        action={orderPath(conferenceId, 'questions')}
        id={id}
        name={label}
        index={index}
        length={questions.length}
      />
      <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
    </li>
  );
}

function Tags({ question: { required, sensitive, isRetired } }: { readonly question: SetUpQuestion }) {
  if (!required && sensitive === null && !isRetired) return null;
  return (
    <p class="govuk-body">
      {isRetired && <Tag colour="grey">Not asked any more</Tag>}{' '}
      {required && <Tag colour="teal">Has to be answered</Tag>}{' '}
      {sensitive !== null && <Tag colour="red">In confidence: {sensitiveWords[sensitive].toLowerCase()}</Tag>}
    </p>
  );
}

/** "Each delegate · One of several choices: Vegan, Vegetarian · only if … · 12 answers" */
function factsOf(
  question: SetUpQuestion,
  tickets: Around['tickets'],
  questions: readonly SetUpQuestion[],
  answers: number,
): readonly string[] {
  const { askedOf, kind, choices, ticketTypeIds, asksApproval } = question;
  const names = tickets.filter(({ id }) => ticketTypeIds.includes(id)).map(({ name }) => name);
  const condition = onlyIfInWords(question, questions);
  return [
    subjectWords[askedOf],
    choices.length === 0 ? kindWords[kind] : `${kindWords[kind]}: ${choices.join(', ')}`,
    ...(names.length === 0 ? [] : [`with ${names.join(', ')}`]),
    ...(condition === '' ? [] : [`only if ${condition}`]),
    ...(asksApproval ? ['a changed answer asks for approval again'] : []),
    plural(answers, 'answer'),
  ];
}
