import { Button, momentInWords, SummaryList, Timeline, type TimelineEntry } from '#ui';
import { tracePath } from '../../messages-pages/addresses.js';
import { mailingPath } from '../../mailings/addresses.js';
import { mailPath, mailsPath, sendAgainPath } from '../addresses.js';
import { mailListAddress } from '../domain/mail-list.js';
import { isWaiting, statusMeaning, statusWords } from '../domain/mail-status.js';
import type { FoundMail } from '../find-mails.js';
import type { MailAttemptRow } from '../mail-attempt.entity.js';
import type { MailRow } from '../mail.entity.js';
import { StatusTag } from './status-tag.js';
import { kindInWords, readerInWords } from './words.js';

export interface ShowMailProps {
  readonly found: FoundMail;
  /** Why it cannot be sent again, a sentence; `null`: it can. */
  readonly notAgain: string | null;
}

export function ShowMailView({ found, notAgain }: ShowMailProps) {
  const { mail, attempts, again } = found;
  return (
    <>
      <h1 class="govuk-heading-xl">{mail.subject ?? 'A mail'}</h1>
      <p class="govuk-body">
        <StatusTag status={mail.status} />
      </p>
      <p class="govuk-body">{statusMeaning[mail.status]}</p>
      <SummaryList
        rows={[
          { key: 'To', value: <Reader mail={mail} /> },
          { key: 'Kind', value: kindInWords(mail.kind) },
          mail.mailingId !== null && { key: 'Mailing', value: <MailingOf found={found} /> },
          { key: 'Asked for', value: momentInWords(mail.askedAt) },
          mail.dueAt !== null && { key: 'Due', value: momentInWords(mail.dueAt) },
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
      <Again mail={mail} notAgain={notAgain} />
      <h2 class="govuk-heading-m">History</h2>
      <Timeline entries={[...again.map(sentAgain).toReversed(), ...attempts.map(entry), asked(mail)]} />
    </>
  );
}

function Reader({ mail }: { readonly mail: MailRow }) {
  return (
    <>
      {readerInWords(mail)}
      {mail.personId !== null && (
        <div>
          <a class="govuk-link" href={mailListAddress(mailsPath, { person: mail.personId })}>
            All mails to this person
          </a>
        </div>
      )}
    </>
  );
}

function MailingOf({ found: { mail, mailing } }: Pick<ShowMailProps, 'found'>) {
  if (mail.mailingId === null) return null;
  return (
    <a class="govuk-link" href={mailingPath(mail.mailingId)}>
      {mailing ?? 'The mailing that it is one of'}
    </a>
  );
}

/** The way to send it again, or why there is none. A mail that has not been tried to its end needs neither. */
function Again({ mail, notAgain }: { readonly mail: MailRow; readonly notAgain: string | null }) {
  if (isWaiting(mail.status)) return null;
  if (notAgain !== null) return <p class="govuk-body cn-quiet">It cannot be sent again. {notAgain}</p>;
  return (
    <Button href={sendAgainPath(mail.id)} classes="govuk-button--secondary">
      Send it again
    </Button>
  );
}

function entry({ at, status, answer }: MailAttemptRow): TimelineEntry {
  return {
    title: statusWords[status],
    when: momentInWords(at),
    datetime: at.toISOString(),
    ...(answer !== null && { children: <p class="govuk-body cn-flush">{answer}</p> }),
  };
}

function sentAgain({ id, askedAt }: FoundMail['again'][number]): TimelineEntry {
  return {
    title: 'Sent again',
    when: momentInWords(askedAt),
    datetime: askedAt.toISOString(),
    children: (
      <p class="govuk-body cn-flush">
        <a class="govuk-link" href={mailPath(id)}>
          What became of the new one
        </a>
      </p>
    ),
  };
}

function asked({ askedAt, againOf }: MailRow): TimelineEntry {
  return {
    title: againOf === null ? 'Asked for' : 'Asked for again',
    when: momentInWords(askedAt),
    datetime: askedAt.toISOString(),
    ...(againOf !== null && {
      children: (
        <p class="govuk-body cn-flush">
          <a class="govuk-link" href={mailPath(againOf)}>
            What became of the first one
          </a>
        </p>
      ),
    }),
  };
}
