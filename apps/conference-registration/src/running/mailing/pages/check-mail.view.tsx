import { Button, ButtonGroup, HiddenFields, plural, type SubmittedValues } from '#ui';
import type { ConferenceRow } from '../../../conferences/conference.entity.js';
import { manageConferencePath } from '../../../manage/addresses.js';
import type { MailContent } from '../../../mails/mail.js';
import { paragraphsOf } from '../emails/conference-mail.email.js';
import type { Readers } from '../find-readers.js';
import type { Addressee } from '../selection.js';

export interface CheckMailProps {
  readonly conference: Pick<ConferenceRow, 'id' | 'title'>;
  /** The form as it was sent. */
  readonly values: SubmittedValues;
  readonly to: Addressee;
  readonly content: MailContent;
  readonly found: Readers;
  readonly token: string;
  /** Why it was not sent just now. */
  readonly refusal: string | null;
}

/** The mail once more, with the number of those who will have it. */
export function CheckMailView({ conference, values, to, content, found, token, refusal }: CheckMailProps) {
  const path = manageConferencePath(conference.id, 'mail');
  const number = found.readers.length;
  const who = to === 'bookers' ? 'of those who booked' : 'delegates';
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
          ? 'Nobody is as you have chosen. Choose others.'
          : `It goes to each address once. Once it is sent it cannot be taken back.`}
        {found.withoutAddress > 0 && ` ${found.withoutAddress} ${who} have no address, and get none.`}
      </p>
      <h2 class="govuk-heading-m">{content.subject}</h2>
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
