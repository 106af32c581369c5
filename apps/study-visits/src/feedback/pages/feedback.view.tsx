import { Temporal } from 'temporal-polyfill';
import {
  BarsPlot,
  dateInWords,
  EmptyState,
  ExportLinks,
  exportOf,
  numberInWords,
  Paragraphs,
  plural,
  ResponsiveTable,
} from '#ui';
import type { Visit } from '../../visits/domain/visit.js';
import { VisitFrame } from '../../visits/pages/visit-frame.js';
import { feedbackPath } from '../addresses.js';
import { firstDayToAnswer, lastDayToAnswer, leastAnswers } from '../domain/asking.js';
import { ratings, recommends, type FeedbackTotals, type RatingTotals } from '../domain/feedback.js';
import {
  bestQuestion,
  questionWords,
  ratingWords,
  recommendQuestion,
  recommendWords,
  toChangeQuestion,
} from '../in-words.js';
import type { AllFeedback } from '../read-feedback.js';

export interface FeedbackViewProps {
  readonly visit: Visit;
  readonly feedback: AllFeedback;
}

/** What travellers said: how many gave which mark to what, and their words, without names. */
export function FeedbackView({ visit, feedback }: FeedbackViewProps) {
  const { travellers, answers, totals, given } = feedback;
  const day = (iso: string) => dateInWords(Temporal.PlainDate.from(iso));
  return (
    <VisitFrame visit={visit} heading="Feedback" current="feedback">
      {totals === null ? (
        <EmptyState titleText={answers === 0 ? 'Nobody has answered yet' : 'Too few have answered yet'}>
          <p class="govuk-body">
            Travellers are asked by mail the morning after the visit, once more ten days later, and can answer
            from {day(firstDayToAnswer(visit))} until {day(lastDayToAnswer(visit))}.
          </p>
          {answers > 0 && (
            <p class="govuk-body">
              {plural(answers, 'person has', 'people have')} answered. What they said is shown once there are{' '}
              {leastAnswers} answers, so that nobody’s can be told apart.
            </p>
          )}
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body">
            <strong>{plural(answers, 'answer')}</strong> of {plural(travellers, 'traveller')}. They are in no
            order, and it is not shown who gave which.
          </p>
          <Averages totals={totals} />
          {totals.ratings.map((one) => (
            <Question key={one.question} totals={one} />
          ))}
          <Recommending totals={totals} />
          <Words title={bestQuestion} texts={given.map(({ best }) => best)} />
          <Words title={toChangeQuestion} texts={given.map(({ toChange }) => toChange)} />
          <ExportLinks what="the answers" file={exportOf(feedbackPath(visit.id))} />
        </>
      )}
    </VisitFrame>
  );
}

/** What each question got on average. */
export function Averages({ totals }: { readonly totals: FeedbackTotals }) {
  return (
    <ResponsiveTable
      caption="Of five, on average"
      columns={[
        { key: 'question', heading: 'Question' },
        { key: 'average', heading: 'Average', format: 'numeric' },
        { key: 'answers', heading: 'Answers', format: 'numeric' },
      ]}
      rows={totals.ratings.map(({ question, average, answers }) => [
        questionWords[question],
        average === null ? 'None' : average.toFixed(1),
        numberInWords(answers),
      ])}
    />
  );
}

function Question({ totals: { question, counts, average, answers } }: { readonly totals: RatingTotals }) {
  if (average === null) return null;
  const marks = ratings
    .toReversed()
    .map((each) => ({ name: `${each}: ${ratingWords[each - 1] ?? ''}`, value: counts[each - 1] ?? 0 }));
  return (
    <section aria-labelledby={`question-${question}`}>
      <h2 class="govuk-heading-m" id={`question-${question}`}>
        {questionWords[question]}
      </h2>
      <BarsPlot
        id={question}
        title={`How many gave which mark: ${questionWords[question]}`}
        description={`${average.toFixed(1)} of 5 on average of ${plural(answers, 'answer')}. The same numbers stand in the table below.`}
        bars={marks.map((each) => ({ ...each, said: plural(each.value, 'answer') }))}
        markInWords={numberInWords}
      />
      <ResponsiveTable
        caption={`Marks: ${questionWords[question]}`}
        columns={[
          { key: 'mark', heading: 'Mark' },
          { key: 'answers', heading: 'Answers', format: 'numeric' },
        ]}
        rows={marks.map(({ name, value }) => [name, numberInWords(value)])}
      />
    </section>
  );
}

function Recommending({ totals }: { readonly totals: FeedbackTotals }) {
  return (
    <ResponsiveTable
      caption={recommendQuestion}
      columns={[
        { key: 'answer', heading: 'Answer' },
        { key: 'count', heading: 'How many', format: 'numeric' },
      ]}
      rows={recommends.map((each) => [recommendWords[each], numberInWords(totals.recommend[each])])}
    />
  );
}

function Words({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  const said = texts.filter((text) => text !== '');
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      {said.length === 0 && <p class="govuk-body">Nobody wrote anything here.</p>}
      {said.map((text, index) => (
        <div key={index} class="cn-panel">
          <Paragraphs text={text} />
        </div>
      ))}
    </>
  );
}
