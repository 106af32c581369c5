import { numberInWords, ResponsiveTable } from '#ui';
import { mailsPath } from '../../mails/addresses.js';
import { mailListAddress } from '../../mails/domain/mail-list.js';
import { mailStatuses, statusMeaning } from '../../mails/domain/mail-status.js';
import { StatusTag } from '../../mails/pages/status-tag.js';
import type { FoundMailing } from '../find-mailings.js';
import { progressInWords } from './progress-in-words.js';

/** What changes while the mailing goes out. */
export function MailingProgress({ found }: { readonly found: FoundMailing }) {
  const { mailing, counts, progress } = found;
  return (
    <>
      <p class="govuk-body-l">{progressInWords(progress)}.</p>
      {progress.total > 0 && (
        <ResponsiveTable
          caption="What became of its mails"
          captionClasses="govuk-table__caption--m"
          columns={[
            { key: 'state', heading: 'State' },
            { key: 'means', heading: 'What that means' },
            { key: 'mails', heading: 'Mails', format: 'numeric' },
          ]}
          rows={[
            ...mailStatuses
              .filter((status) => counts[status] !== undefined)
              .map((status) => [
                <StatusTag status={status} />,
                statusMeaning[status],
                <a class="govuk-link" href={mailListAddress(mailsPath, { mailing: mailing.id, status })}>
                  {numberInWords(counts[status] ?? 0)}
                </a>,
              ]),
            progress.toCome > 0 && [
              'To come',
              'The mailer has not been told yet whom they go to.',
              numberInWords(progress.toCome),
            ],
          ]}
        />
      )}
    </>
  );
}
