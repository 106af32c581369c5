import { momentInWords, SummaryList } from '#ui';
import { kindInWords } from '../../mails/pages/words.js';
import type { FoundMailing } from '../find-mailings.js';
import { MailingProgress } from './mailing-progress.js';

export function ShowMailingView({ found }: { readonly found: FoundMailing }) {
  const { kind, subject, askedAt, dueAt, neededBy, correlationId } = found.mailing;
  return (
    <>
      <h1 class="govuk-heading-xl">{found.mailing.title}</h1>
      <MailingProgress found={found} />
      <h2 class="govuk-heading-m">What it is</h2>
      <SummaryList
        rows={[
          { key: 'Subject', value: subject },
          { key: 'Kind', value: kindInWords(kind) },
          { key: 'Asked for', value: momentInWords(askedAt) },
          dueAt !== null && { key: 'Due', value: momentInWords(dueAt) },
          { key: 'Of use until', value: momentInWords(neededBy) },
          { key: 'Request', value: <code>{correlationId}</code> },
        ]}
      />
    </>
  );
}
