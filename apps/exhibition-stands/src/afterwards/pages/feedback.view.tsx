import {
  BarsPlot,
  Button,
  EmptyState,
  ExportLinks,
  exportOf,
  momentInWords,
  numberInWords,
  plural,
  ResponsiveTable,
  SummaryList,
} from '#ui';
import type { Exhibition } from '../../exhibitions/domain/exhibition.js';
import { afterwardsPath } from '../addresses.js';
import { agains, fairs, ratings, type FeedbackPart, type FeedbackTotals } from '../domain/feedback.js';
import type { AllFeedback, GivenFeedback } from '../feedback/read-feedback.js';
import { againWords, fairWords, ratingWords } from '../in-words.js';
import { AfterwardsFrame } from './afterwards-frame.js';

export interface FeedbackViewProps {
  readonly exhibition: Exhibition;
  readonly feedback: AllFeedback;
}

/** What people said: how many gave which mark, and their words. */
export function FeedbackView({ exhibition, feedback: { asked, totals, given } }: FeedbackViewProps) {
  return (
    <AfterwardsFrame exhibition={exhibition} heading="Feedback" part="feedback">
      {totals.average === null ? (
        <EmptyState titleText="Nobody has answered yet">
          <p class="govuk-body">
            {asked === 0
              ? 'The mail that thanks those who stood has a link to say how it was. Send it first.'
              : `${plural(asked, 'person was', 'people were')} asked. What they say is here once they have answered.`}
          </p>
          <p class="govuk-body">
            <a class="govuk-link" href={afterwardsPath(exhibition.id, 'thanks')}>
              Thanks
            </a>
          </p>
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body">
            <strong>{plural(totals.answers, 'answer')}</strong> of {numberInWords(asked)} who were asked,{' '}
            <strong>{totals.average} of 5</strong> on average. Keep the names to yourselves: people were told
            that only staff see them.
          </p>
          <Totals totals={totals} />
          <h2 class="govuk-heading-m">What they said</h2>
          {given.map((one) => (
            <Answer key={one.row.id} one={one} exhibition={exhibition} />
          ))}
          <ExportLinks what="the answers" file={exportOf(afterwardsPath(exhibition.id, 'feedback'))} />
        </>
      )}
    </AfterwardsFrame>
  );
}

function Totals({ totals }: { readonly totals: FeedbackTotals }) {
  const marks = ratings.map((each) => ({
    name: `${each}: ${ratingWords[each - 1] ?? ''}`,
    value: totals.ratings[each - 1] ?? 0,
  }));
  const counts = (
    words: Readonly<Record<string, string>>,
    keys: readonly string[],
    of: Readonly<Record<string, number>>,
  ) => keys.map((key) => `${words[key] ?? key}: ${numberInWords(of[key] ?? 0)}`).join(', ');
  return (
    <section aria-labelledby="marks">
      <h2 class="govuk-heading-m" id="marks">
        How was it?
      </h2>
      <BarsPlot
        id="ratings"
        title="How many gave which mark"
        description={`${totals.average ?? 0} of 5 on average. The same numbers stand in the table below.`}
        bars={marks.toReversed().map((each) => ({ ...each, said: plural(each.value, 'answer') }))}
        markInWords={numberInWords}
      />
      <ResponsiveTable
        caption="How many gave which mark"
        columns={[
          { key: 'mark', heading: 'Mark' },
          { key: 'answers', heading: 'Answers', format: 'numeric' },
        ]}
        rows={marks.toReversed().map(({ name, value }) => [name, numberInWords(value)])}
      />
      <SummaryList
        rows={[
          { key: 'Was the rota fair to you?', value: counts(fairWords, fairs, totals.fair) },
          { key: 'Would you stand again?', value: counts(againWords, agains, totals.again) },
        ]}
      />
    </section>
  );
}

interface AnswerProps {
  readonly one: GivenFeedback;
  readonly exhibition: Exhibition;
}

function Answer({ one, exhibition }: AnswerProps) {
  const { row, name, organisationName } = one;
  const who = [
    name ?? 'Somebody (it is not kept who)',
    ...(organisationName === null ? [] : [organisationName]),
  ];
  return (
    <article class="cn-panel" aria-labelledby={`answer-${row.id}`}>
      <h3 class="govuk-heading-s" id={`answer-${row.id}`}>
        <bdi>{who.join(', ')}</bdi>
      </h3>
      <p class="govuk-body">
        {row.rating} of 5. Would stand again: {againWords[row.again].toLowerCase()}.
        {row.fair !== null && ` The rota was fair to them: ${fairWords[row.fair].toLowerCase()}.`}{' '}
        {row.mayQuote ? 'May be quoted with their name.' : 'Not to be quoted.'}{' '}
        <span class="cn-quiet">{momentInWords(row.answeredAt, exhibition.zone)}</span>
      </p>
      <Words title="What went well" text={row.wentWell} part="went-well" one={one} exhibition={exhibition} />
      <Words title="What to change" text={row.toChange} part="to-change" one={one} exhibition={exhibition} />
    </article>
  );
}

interface WordsProps extends AnswerProps {
  readonly title: string;
  readonly text: string;
  readonly part: FeedbackPart;
}

function Words({ title, text, part, one: { row, noted }, exhibition }: WordsProps) {
  if (text === '') return null;
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{title}</strong>
      </p>
      {text.split('\n').map((line) => (
        <p class="govuk-body">
          <bdi>{line}</bdi>
        </p>
      ))}
      {noted.has(part) ? (
        <p class="govuk-body cn-quiet">It is a note for next year.</p>
      ) : (
        <form method="post" action={afterwardsPath(exhibition.id, `feedback/${row.id}/note`)}>
          <input type="hidden" name="part" value={part} />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Make a note for next year
            <span class="govuk-visually-hidden">: {title}</span>
          </Button>
        </form>
      )}
    </>
  );
}
