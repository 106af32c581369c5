import { momentInWords, SummaryList, Timeline, type TimelineEntry } from '#ui';
import { tracePath } from '../../messages-pages/addresses.js';
import { isWaiting, statusMeaning, statusWords } from '../domain/mail-status.js';
import type { MailAttemptRow } from '../mail-attempt.entity.js';
import type { MailRow } from '../mail.entity.js';
import { StatusTag } from './status-tag.js';
import { forgotten, kindInWords } from './words.js';

export interface ShowMailProps {
  readonly mail: MailRow;
  /** The newest first. */
  readonly attempts: readonly MailAttemptRow[];
}

export function ShowMailView({ mail, attempts }: ShowMailProps) {
  return (
    <>
      <h1 class="govuk-heading-xl">{mail.subject ?? 'A mail'}</h1>
      <p class="govuk-body">
        <StatusTag status={mail.status} />
      </p>
      <p class="govuk-body">{statusMeaning[mail.status]}</p>
      <SummaryList
        rows={[
          { key: 'To', value: reader(mail) },
          { key: 'Kind', value: kindInWords(mail.kind) },
          { key: 'Asked for', value: momentInWords(mail.askedAt) },
          mail.sentAt !== null && { key: 'Sent', value: momentInWords(mail.sentAt) },
          isWaiting(mail.status) && { key: 'Of use until', value: momentInWords(mail.neededBy) },
          mail.nextAttemptAt !== null &&
            mail.attempts > 0 && { key: 'Next attempt', value: momentInWords(mail.nextAttemptAt) },
          { key: 'Attempts', value: String(mail.attempts) },
          { key: 'Message-ID', value: <code>{mail.messageId}</code> },
          {
            key: 'Request',
            value: (
              <a class="govuk-link" href={tracePath(mail.correlationId)}>
                {mail.correlationId}
              </a>
            ),
          },
        ]}
      />
      <h2 class="govuk-heading-m">History</h2>
      <Timeline entries={[...attempts.map(entry), asked(mail)]} />
    </>
  );
}

function reader({ toName, toAddress }: MailRow): string {
  if (toAddress === null) return forgotten;
  return toName === null || toName === '' ? toAddress : `${toName}, ${toAddress}`;
}

function entry({ at, status, answer }: MailAttemptRow): TimelineEntry {
  return {
    title: statusWords[status],
    when: momentInWords(at),
    datetime: at.toISOString(),
    ...(answer !== null && { children: <p class="govuk-body cn-flush">{answer}</p> }),
  };
}

function asked({ askedAt }: MailRow): TimelineEntry {
  return { title: 'Asked for', when: momentInWords(askedAt), datetime: askedAt.toISOString() };
}
