import type { AppName } from '#contracts';
import type { Masked, ShownDeadLetter } from '#messaging';
import { Button, Details, momentInWords, SummaryList } from '#ui';
import { requeuePath, tracePath } from '../addresses.js';
import { adviceOn } from '../domain/advice.js';
import { flatten } from '../telling/flatten.js';
import { appInWords, senderOf, typeInWords } from '../domain/message-words.js';
import { LetterTag } from './list-dead-letters.view.js';

export interface ShowDeadLetterProps {
  readonly app: AppName;
  readonly letter: ShownDeadLetter;
}

export function ShowDeadLetterView({ app, letter }: ShowDeadLetterProps) {
  const { id, type, requeuedAt, error, stack, message } = letter;
  const { why, what } = adviceOn(error);
  return (
    <>
      <h1 class="govuk-heading-xl">{typeInWords(type)}</h1>
      <p class="govuk-body">
        <LetterTag isRequeued={requeuedAt !== null} />
      </p>
      <p class="govuk-body-l">{appInWords(app)} could not handle this message.</p>
      <h2 class="govuk-heading-m">What to do</h2>
      {requeuedAt === null ? (
        <>
          <p class="govuk-body">{why}</p>
          <p class="govuk-body">{what}</p>
          <Button href={requeuePath(app, id)}>Put it back</Button>
        </>
      ) : (
        <p class="govuk-body">
          Nothing, for now: it was put back on {momentInWords(new Date(requeuedAt))} and is being tried again.
          When it is handled it leaves this list; when it fails again, this page says so. If it still stands
          here after a quarter of an hour, it can be <a href={requeuePath(app, id)}>put back once more</a>.
        </p>
      )}
      <h2 class="govuk-heading-m">What happened</h2>
      <Facts app={app} letter={letter} />
      <p class="govuk-body">What went wrong, in the program’s own words:</p>
      <div class="cn-prose">
        <pre>{error}</pre>
      </div>
      {stack !== '' && (
        <Details summaryText="Where in the program it went wrong">
          <div class="cn-prose">
            <pre>{stack}</pre>
          </div>
        </Details>
      )}
      <Details summaryText="What the message held">
        <p class="govuk-body">
          Names, addresses and other texts are hidden here, as they may be personal. The message itself still
          has them.
        </p>
        <Held message={message} />
      </Details>
    </>
  );
}

function Facts({ app, letter }: ShowDeadLetterProps) {
  const { id, type, attempts, diedAt, correlationId } = letter;
  return (
    <SummaryList
      rows={[
        { key: 'From', value: appInWords(senderOf(type)) },
        { key: 'For', value: appInWords(app) },
        { key: 'Given up', value: momentInWords(new Date(diedAt)) },
        { key: 'Tried', value: attempts === 1 ? 'Once' : `${attempts} times` },
        correlationId !== null && {
          key: 'Request',
          value: (
            <a class="govuk-link" href={tracePath(correlationId)}>
              {correlationId}
            </a>
          ),
        },
        { key: 'In logs', value: <code>{type}</code> },
        { key: 'Message', value: <code>{id}</code> },
      ]}
    />
  );
}

function Held({ message }: { readonly message: Masked }) {
  return (
    <SummaryList
      rows={flatten(message).map(({ path, value }) => ({
        key: path === '' ? 'All of it' : path,
        value: value === '' ? 'Empty' : value,
      }))}
    />
  );
}
