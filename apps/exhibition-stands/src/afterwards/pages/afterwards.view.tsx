import type { ComponentChildren } from 'preact';
import { EmptyState, listInWords, moneyInWords, numberInWords, plural, SummaryList } from '#ui';
import { totalsInWords } from '../../costs/in-words.js';
import { manageExhibitionPath } from '../../exhibitions/addresses.js';
import { itemPath } from '../../stock/addresses.js';
import { amountOf } from '../../stock/in-words.js';
import { hoursInWords } from '../../team/slot-words.js';
import { visitorsPath } from '../../visitors/addresses.js';
import { afterwardsPath } from '../addresses.js';
import { hoursRule } from '../in-words.js';
import type { Afterwards } from '../summary/read-afterwards.js';
import { AfterwardsFrame } from './afterwards-frame.js';
import { BringHome } from './bring-home.js';
import { OrganisationPlot } from './organisation-plot.js';

/** An exhibition in figures, each with the way to what it is counted of. */
export function AfterwardsView({ afterwards }: { readonly afterwards: Afterwards }) {
  const { exhibition, hours } = afterwards;
  return (
    <AfterwardsFrame exhibition={exhibition} heading="Afterwards" part={undefined}>
      <p class="govuk-body">{stateInWords(afterwards)}</p>
      <SummaryList rows={rowsOf(afterwards)} />
      <p class="govuk-body">{hoursRule}</p>
      {hours.minutes === 0 ? (
        <EmptyState titleText="Nobody has stood yet">
          <p class="govuk-body">
            Once shifts have ended, the hours of people and of their organisations are counted here.
          </p>
        </EmptyState>
      ) : (
        <OrganisationPlot organisations={hours.organisations} />
      )}
      <BringHome left={afterwards.leftBehind} />
    </AfterwardsFrame>
  );
}

function stateInWords({ exhibition: { status }, thanks }: Afterwards): string {
  if (status === 'cancelled') return 'The exhibition was called off.';
  if (status !== 'over') return 'The exhibition is not over yet: these are the figures so far.';
  const toThank = thanks.people.filter(({ why }) => why === null).length;
  return toThank === 0
    ? 'The exhibition is over.'
    : `The exhibition is over: ${plural(toThank, 'person', 'people')} to thank.`;
}

function rowsOf(afterwards: Afterwards) {
  const { exhibition, figures, visitors, guests, stockUsed, costs, thanks, feedback, notes } = afterwards;
  const { id } = exhibition;
  const link = (href: string, text: ComponentChildren) => (
    <a class="govuk-link" href={href}>
      {text}
    </a>
  );
  const people = thanks.people.filter(({ shifts }) => shifts > 0).length;
  const thanked = [...thanks.people, ...thanks.organisations].filter(({ why }) => why === 'thanked').length;
  const open = notes.filter(({ doneAt }) => doneAt === null).length;
  return [
    {
      key: 'Hours stood',
      value: (
        <>
          {link(afterwardsPath(id, 'hours'), hoursInWords(figures.stood))} by{' '}
          {plural(people, 'person', 'people')}
        </>
      ),
    },
    {
      key: 'Hours planned',
      value: `${hoursInWords(figures.planned)} in the published rota, of ${hoursInWords(figures.needed)} in all shifts`,
    },
    {
      key: 'Missing',
      value: listInWords([
        plural(
          figures.noShows,
          'shift that somebody did not come to',
          'shifts that somebody did not come to',
        ),
        plural(figures.dropOuts, 'drop-out'),
        plural(figures.gaps, 'place that nobody had at the end', 'places that nobody had at the end'),
      ]),
    },
    {
      key: 'Visitors',
      value: (
        <>
          {link(visitorsPath(id), numberInWords(visitors.all))}, of whom {numberInWords(visitors.agreed)} want
          to hear more
        </>
      ),
    },
    {
      key: 'Guests of events',
      value:
        guests.events === 0 ? (
          'There were no events'
        ) : (
          <>
            {numberInWords(guests.arrived)} came of {numberInWords(guests.expected)} who were expected, at{' '}
            {link(manageExhibitionPath(id, 'events'), plural(guests.events, 'event'))}
          </>
        ),
    },
    {
      key: 'Stock used',
      value:
        stockUsed.length === 0 ? (
          'None'
        ) : (
          <ul class="govuk-list">
            {stockUsed.map(({ item, used }) => (
              <li key={item.id}>
                {link(itemPath(item.id), <bdi>{item.name}</bdi>)}: {amountOf(used, item)}
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'Costs',
      value:
        costs.budgetPence + costs.actualPence === 0 ? (
          link(manageExhibitionPath(id, 'costs'), 'None written down')
        ) : (
          <>
            {link(manageExhibitionPath(id, 'costs'), moneyInWords(costs.actualPence))}. {totalsInWords(costs)}
          </>
        ),
    },
    { key: 'Thanks', value: link(afterwardsPath(id, 'thanks'), `${numberInWords(thanked)} sent`) },
    {
      key: 'Feedback',
      value: link(
        afterwardsPath(id, 'feedback'),
        feedback.totals.average === null
          ? 'Nobody has answered yet'
          : `${plural(feedback.totals.answers, 'answer')} of ${numberInWords(feedback.asked)}, ${feedback.totals.average} of 5`,
      ),
    },
    {
      key: 'For next year',
      value: link(afterwardsPath(id, 'notes'), plural(open, 'open note')),
    },
  ];
}
