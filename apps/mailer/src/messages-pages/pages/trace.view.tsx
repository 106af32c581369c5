import { EmptyState, listInWords, numberInWords, plural, Timeline } from '#ui';
import { statusWords } from '../../mails/domain/mail-status.js';
import type { Story } from '../telling/story.js';
import type { MailsOfRequest } from '../find-mails-of-request.js';
import { Silent } from './service-notes.js';
import { TraceForm } from './trace-form.js';
import { timelineOf } from './trace-timeline.js';

export interface TraceProps {
  readonly requestId: string;
  /** `null` while nothing has been looked for. */
  readonly found: { readonly story: Story; readonly mails: MailsOfRequest } | null;
  readonly error?: string;
}

export function TraceView({ requestId, found, error }: TraceProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">Follow a request</h1>
      <p class="govuk-body-l">
        What one press of a button, or one run of a program, has led to: who told whom what, when it was
        handled, and the mails that came of it.
      </p>
      <TraceForm requestId={requestId} error={error} />
      {found !== null && <Found {...found} />}
    </>
  );
}

function Found({ story, mails }: NonNullable<TraceProps['found']>) {
  const { messages, more, silent } = story;
  const isEmpty = messages.length === 0 && mails.mails.length === 0;
  return (
    <>
      <Silent
        apps={silent}
        what={
          isEmpty
            ? 'there may be messages of which nothing is told here'
            : 'what was sent from there is missing here, and it is not known what of that which was sent there is handled'
        }
      />
      {isEmpty ? (
        <EmptyState titleText="Nothing is known of this request">
          <p class="govuk-body">
            Most requests lead to no messages. What they sent is known for 7 days after it was handed over,
            what was handled for 30 days, and mails for 90 days. Check that the id is complete.
          </p>
        </EmptyState>
      ) : (
        <>
          <h2 class="govuk-heading-m">From first to last</h2>
          <p class="govuk-body">{summary(story, mails)}</p>
          <Timeline entries={timelineOf(messages, mails.mails)} />
          {more > 0 && (
            <p class="govuk-body">
              {plural(more, 'more message was', 'more messages were')} sent after these; they are too many to
              tell of each.
            </p>
          )}
        </>
      )}
    </>
  );
}

/** "3 messages. 2 mails: 1 Sent and 1 Refused." */
function summary({ messages, more }: Story, { mails, counts }: MailsOfRequest): string {
  const told = `${plural(messages.length + more, 'message')}.`;
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return `${told} No mails came of it.`;
  const states = counts.map(
    ({ status, count }) => `${numberInWords(count)} ${statusWords[status].toLowerCase()}`,
  );
  const shown = all > mails.length ? ` The first ${mails.length} are shown.` : '';
  return `${told} ${plural(all, 'mail')}: ${listInWords(states)}.${shown}`;
}
