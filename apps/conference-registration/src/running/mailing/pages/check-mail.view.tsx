import type { MailContent } from '#messaging';
import { Button, ButtonGroup, HiddenFields, plural, SummaryList, type SubmittedValues } from '#ui';
import type { ConferenceRow } from '../../../conferences/conference.entity.js';
import { manageConferencePath } from '../../../manage/addresses.js';
import { paragraphsOf } from '../emails/conference-mail.email.js';
import type { Readers } from '../find-readers.js';
import type { Selection } from '../selection.js';
import { selectionInWords, type SelectionNames } from './selection-words.js';

export interface CheckMailProps {
  readonly conference: Pick<ConferenceRow, 'id' | 'title'>;
  /** The form as it was sent. */
  readonly values: SubmittedValues;
  readonly selection: Selection;
  readonly names: SelectionNames;
  readonly content: MailContent;
  readonly found: Readers;
  readonly token: string;
  /** Why it was not sent just now. */
  readonly refusal: string | null;
}

/** The mail once more, with the number of those who will have it. */
export function CheckMailView(props: CheckMailProps) {
  const { conference, values, selection, names, content, found, token, refusal } = props;
  const path = manageConferencePath(conference.id, 'mail');
  const number = found.readers.length;
  const who = selection.to === 'bookers' ? 'of those who booked' : 'delegates';
  return (
    <>
      {refusal !== null && (
        <div class="cn-status cn-status--postponed">
          <p>{refusal}</p>
        </div>
      )}
      <span class="govuk-caption-xl">{conference.title}</span>
      <h1 class="govuk-heading-xl">
        {number === 0 ? 'Nobody would have this mail' : `Send this mail to ${plural(number, 'reader')}?`}
      </h1>
      <p class="govuk-body">
        {number === 0
          ? 'Nobody fits what you have chosen. Change whom it goes to.'
          : `It goes to each address once. Once it is sent it cannot be taken back.`}
        {found.withoutAddress > 0 && ` ${found.withoutAddress} ${who} have no address, and get none.`}
      </p>
      <SummaryList
        rows={[
          { key: 'To', value: <bdi>{selectionInWords(selection, names)}</bdi> },
          { key: 'Subject', value: <bdi>{content.subject}</bdi> },
        ]}
      />
      <div class="govuk-inset-text">
        {paragraphsOf(textOf(values)).map((paragraph) => (
          <p class="govuk-body">{paragraph}</p>
        ))}
      </div>
      <form method="post" action={path} novalidate>
        <HiddenFields values={{ ...values, once: token, readers: String(number) }} />
        <ButtonGroup>
          {number > 0 && <Button preventDoubleClick>{`Send it to ${plural(number, 'reader')}`}</Button>}
          <Button
            classes="govuk-button--secondary"
            name="step"
            value="change"
            attributes={{ formaction: `${path}/check` }}
          >
            Change it
          </Button>
          <a class="govuk-link" href={path}>
            Do not send it
          </a>
        </ButtonGroup>
      </form>
    </>
  );
}

const textOf = ({ text }: SubmittedValues): string => (typeof text === 'string' ? text : (text?.[0] ?? ''));
