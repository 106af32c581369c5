import type { AppName } from '#contracts';
import { deadLettersAtOnce, type DeadLetterList, type ListedDeadLetter } from '#messaging';
import { EmptyState, EndOfList, momentInWords, Pages, plural, ResponsiveTable, Tag } from '#ui';
import { appsWithMessages } from '../../services/apps-with-messages.js';
import { deadLetterPath, deadLettersOf, deadLettersPath, requeueAllPath } from '../addresses.js';
import type { ToldBy } from '../ask-services.js';
import { appInWords, typeInWords } from '../domain/message-words.js';
import { Silent, silentOf } from './service-notes.js';

export interface ListDeadLettersProps {
  readonly lists: readonly ToldBy<DeadLetterList>[];
  /** The only service that was asked for; `null`: all. */
  readonly only: AppName | null;
  /** From 1. */
  readonly page: number;
}

export function ListDeadLettersView({ lists, only, page }: ListDeadLettersProps) {
  const known = lists.flatMap(({ app, told }) =>
    told !== null && told.types.length > 0 ? [{ app, told }] : [],
  );
  const silent = silentOf(lists);
  return (
    <>
      <h1 class="govuk-heading-xl">Messages that could not be handled</h1>
      <p class="govuk-body-l">
        Each was tried up to ten times over about four minutes, and nothing of it was done. Nothing else is
        held up by them. They are kept for 90 days, so that somebody can see what went wrong and put them
        back.
      </p>
      <Choices only={only} />
      <Silent apps={silent} what="what could not be handled there is not shown" />
      {known.map(({ app, told }) => (
        <Letters key={app} app={app} list={told} page={page} />
      ))}
      {known.length === 0 && silent.length < lists.length && <Nothing only={only} />}
    </>
  );
}

function Choices({ only }: Pick<ListDeadLettersProps, 'only'>) {
  return (
    <nav aria-label="Which part of the site">
      <ul class="cn-choices">
        <li>
          <a href={deadLettersPath} aria-current={only === null ? 'true' : undefined}>
            All parts
          </a>
        </li>
        {appsWithMessages.map((app) => (
          <li key={app}>
            <a href={deadLettersOf(app)} aria-current={only === app ? 'true' : undefined}>
              {appInWords(app)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface LettersProps {
  readonly app: AppName;
  readonly list: DeadLetterList;
  readonly page: number;
}

function Letters({ app, list, page }: LettersProps) {
  const { items, total, types } = list;
  const resting = types.reduce((sum, type) => sum + type.resting, 0);
  return (
    <section aria-labelledby={`letters-${app}`}>
      <h2 class="govuk-heading-m" id={`letters-${app}`}>
        {appInWords(app)}: {plural(total, 'message')}
      </h2>
      {resting > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={requeueAllPath(app)}>
            Put back {resting === 1 ? 'the one message' : `all ${plural(resting, 'message')}`} of{' '}
            {appInWords(app)}
          </a>
        </p>
      )}
      {items.length === 0 ? (
        <EndOfList firstPage={deadLettersOf(app)} headingLevel={3} />
      ) : (
        <>
          <ResponsiveTable
            caption={`What ${appInWords(app)} could not handle, the latest first`}
            captionClasses="govuk-table__caption--s"
            columns={[
              { key: 'what', heading: 'Message' },
              { key: 'error', heading: 'What went wrong' },
              { key: 'when', heading: 'Given up' },
              { key: 'state', heading: 'State' },
            ]}
            rows={items.map((item) => row(app, item))}
          />
          <Pages
            current={page}
            total={Math.ceil(total / deadLettersAtOnce)}
            href={(number) => deadLettersOf(app, number)}
            landmarkLabel={`Pages of messages of ${appInWords(app)}`}
          />
        </>
      )}
    </section>
  );
}

/** As much of an error as a table has room for, in characters. */
const shortError = 160;

function row(app: AppName, { id, type, error, diedAt, requeuedAt }: ListedDeadLetter) {
  return [
    <a class="govuk-link" href={deadLetterPath(app, id)}>
      {typeInWords(type)}
    </a>,
    error.length > shortError ? `${error.slice(0, shortError)}…` : error,
    momentInWords(new Date(diedAt)),
    <LetterTag isRequeued={requeuedAt !== null} />,
  ];
}

export function LetterTag({ isRequeued }: { readonly isRequeued: boolean }) {
  return isRequeued ? <Tag colour="yellow">On its way again</Tag> : <Tag colour="red">To look at</Tag>;
}

function Nothing({ only }: Pick<ListDeadLettersProps, 'only'>) {
  return (
    <EmptyState
      titleText={only === null ? 'No message was given up' : `${appInWords(only)} has given up no message`}
    >
      <p class="govuk-body">
        That is as it should be. A message that cannot be handled will be listed here with what went wrong,
        and with a button that puts it back.
      </p>
    </EmptyState>
  );
}
