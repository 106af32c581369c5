import { Button, HiddenFields, momentInWords, SummaryList } from '#ui';
import { mailPath, sendAgainPath } from '../addresses.js';
import type { FoundPastMail } from '../past-mails.js';
import { kindInWords, readerInWords } from './words.js';

export interface SendAgainProps {
  readonly mail: FoundPastMail;
  /** What the new mail will be called, so that a second press of the button makes no second one. */
  readonly newId: string;
}

export function SendAgainView({ mail, newId }: SendAgainProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Send this mail again?</h1>
      <p class="govuk-body">
        It says the same as before, and goes to where its reader’s mail goes today. If the first one arrived
        after all, they will have it twice.
      </p>
      <SummaryList
        rows={[
          { key: 'To', value: readerInWords(mail) },
          { key: 'About', value: mail.subject },
          { key: 'Kind', value: kindInWords(mail.past.kind) },
          { key: 'First asked for', value: momentInWords(new Date(mail.past.askedAt.epochMilliseconds)) },
          mail.dueAt !== null && { key: 'Due', value: momentInWords(mail.dueAt) },
        ]}
      />
      <form method="post" action={sendAgainPath(mail.id)}>
        <HiddenFields values={{ once: newId }} />
        <div class="govuk-button-group">
          <Button preventDoubleClick>Send it again</Button>
          <a class="govuk-link" href={mailPath(mail.id)}>
            Leave it
          </a>
        </div>
      </form>
    </>
  );
}
