import { LiveProgress, LiveValue, ResponsiveTable, type LiveState } from '#ui';
import { mailsPath } from '../../mails/addresses.js';
import { mailListAddress } from '../../mails/domain/mail-list.js';
import { mailStatuses, statusMeaning } from '../../mails/domain/mail-status.js';
import { StatusTag } from '../../mails/pages/status-tag.js';
import { mailingPath } from '../addresses.js';
import type { FoundMailing } from '../find-mailings.js';
import { liveMailing, toComePlace } from '../live-mailing.js';
import { progressInWords } from './progress-in-words.js';

/** What changes while the mailing goes out: it does so before one's eyes, or when the page is loaded anew. */
export function MailingProgress({ found }: { readonly found: FoundMailing }) {
  const { mailing, progress } = found;
  const state = liveMailing(found);
  if (!state.isRunning) {
    return (
      <>
        <p class="govuk-body-l">{progressInWords(progress)}.</p>
        {progress.total > 0 && <Counts found={found} state={state} />}
      </>
    );
  }
  return (
    <LiveProgress
      address={mailingPath(mailing.id, 'progress')}
      state={state}
      label={<LiveValue of={state} name="words" />}
    >
      <Counts found={found} state={state} />
    </LiveProgress>
  );
}

/** Every state while any may come up, and later those that did. */
function Counts({
  found: { mailing, counts },
  state,
}: {
  readonly found: FoundMailing;
  readonly state: LiveState;
}) {
  const shown = mailStatuses.filter((status) => state.isRunning || counts[status] !== undefined);
  return (
    <ResponsiveTable
      caption="What became of its mails"
      captionClasses="govuk-table__caption--m"
      columns={[
        { key: 'state', heading: 'State' },
        { key: 'means', heading: 'What that means' },
        { key: 'mails', heading: 'Mails', format: 'numeric' },
      ]}
      rows={[
        ...shown.map((status) => [
          <StatusTag status={status} />,
          statusMeaning[status],
          <a class="govuk-link" href={mailListAddress(mailsPath, { mailing: mailing.id, status })}>
            <LiveValue of={state} name={status} />
          </a>,
        ]),
        state.isRunning && [
          'To come',
          'The mailer has not been told yet whom they go to.',
          <LiveValue of={state} name={toComePlace} />,
        ],
      ]}
    />
  );
}
