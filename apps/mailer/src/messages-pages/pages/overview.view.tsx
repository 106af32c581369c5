import type { Temporal } from 'temporal-polyfill';
import { contractOf, messageTypes } from '#contracts';
import type { MessageState } from '#messaging';
import { Details, listInWords, numberInWords, ResponsiveTable } from '#ui';
import { deadLettersPath } from '../addresses.js';
import type { ToldBy } from '../ask-services.js';
import { durationInWords } from '../telling/durations.js';
import { appInWords } from '../domain/message-words.js';
import { troublesOf } from '../telling/troubles.js';
import { HandledPlot } from './handled-plot.js';
import { TraceForm } from './trace-form.js';
import { TroubleLine } from './trouble-line.js';

export interface OverviewProps {
  readonly states: readonly ToldBy<MessageState>[];
  readonly now: Temporal.Instant;
}

export function OverviewView({ states, now }: OverviewProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Messages between the services</h1>
      <p class="govuk-body-l">
        The parts of this site tell each other what has happened, such as that a person has changed or that a
        mail is wanted. A message waits until it is handled: while a part of the site is down, nothing is
        lost.
      </p>
      <ToDoFirst states={states} now={now} />
      <Services states={states} />
      <p class="govuk-body">
        <a class="govuk-link" href={deadLettersPath}>
          Messages that could not be handled
        </a>
      </p>
      <HandledPlot states={states} now={now} />
      <h2 class="govuk-heading-m">Follow a request</h2>
      <TraceForm requestId="" />
      <Types />
    </>
  );
}

function ToDoFirst({ states, now }: OverviewProps) {
  const troubles = troublesOf(states, now.epochMilliseconds);
  if (troubles.length === 0) {
    return (
      <section class="cn-status" aria-labelledby="troubles">
        <h2 class="cn-status__title" id="troubles">
          All is well
        </h2>
        <p class="govuk-body">Every message is handled, or on its way. There is nothing to do here.</p>
      </section>
    );
  }
  return (
    <section class="cn-status cn-status--postponed" aria-labelledby="troubles">
      <h2 class="cn-status__title" id="troubles">
        To look at
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {troubles.map((trouble) => (
          <li key={`${trouble.kind} ${trouble.app}`}>
            <TroubleLine trouble={trouble} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Services({ states }: Pick<OverviewProps, 'states'>) {
  return (
    <>
      <ResponsiveTable
        caption="Each part of the site, now"
        captionClasses="govuk-table__caption--m"
        isWide
        columns={[
          { key: 'app', heading: 'Part' },
          { key: 'waiting', heading: 'Waiting', format: 'numeric' },
          { key: 'active', heading: 'In hand', format: 'numeric' },
          { key: 'delayed', heading: 'To be tried again', format: 'numeric' },
          { key: 'dead', heading: 'Given up', format: 'numeric' },
          { key: 'lag', heading: 'Time to arrive' },
          { key: 'handled', heading: 'Handled in the last hour', format: 'numeric' },
          { key: 'outbox', heading: 'Not handed over yet', format: 'numeric' },
        ]}
        rows={states.map(row)}
      />
      <p class="govuk-body cn-quiet">
        Time to arrive: from sending until handling began, in the last five minutes; nearly all are 19 of 20.
        Not handed over yet: sent by this part, and still to be put where the others find it.
      </p>
    </>
  );
}

function row({ app, told }: ToldBy<MessageState>) {
  if (told === null) return [appInWords(app), 'Does not answer', ...Array.from({ length: 6 }, () => '–')];
  const { queue, lag, deadLetters, outbox, handled } = told;
  const unknown = 'Not known';
  return [
    appInWords(app),
    queue === null ? unknown : numberInWords(queue.waiting),
    queue === null ? unknown : numberInWords(queue.active),
    queue === null ? unknown : numberInWords(queue.delayed),
    numberInWords(deadLetters.resting + (queue?.failed ?? 0)),
    lag === null
      ? 'Nothing came'
      : `Half within ${durationInWords(lag.median)}, nearly all within ${durationInWords(lag.p95)}`,
    numberInWords(handled.reduce((sum, { count }) => sum + count, 0)),
    numberInWords(outbox.waiting),
  ];
}

/** What messages there are, for those who wonder what one of them is. */
function Types() {
  return (
    <Details summaryText="What messages there are">
      <ResponsiveTable
        caption="All messages, and who tells whom"
        captionClasses="govuk-table__caption--s"
        columns={[
          { key: 'title', heading: 'Message' },
          { key: 'from', heading: 'From' },
          { key: 'to', heading: 'To' },
          { key: 'type', heading: 'In logs' },
        ]}
        rows={messageTypes.map((type) => {
          const { title, producer, consumers } = contractOf(type);
          const receivers = consumers.length === 0 ? 'Nobody yet' : listInWords(consumers.map(appInWords));
          return [title, appInWords(producer), receivers, <code>{type}</code>];
        })}
      />
    </Details>
  );
}
