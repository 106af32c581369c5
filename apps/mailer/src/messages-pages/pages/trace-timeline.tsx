import { momentInWords, Tag, type TimelineEntry } from '#ui';
import { mailPath } from '../../mails/addresses.js';
import { StatusTag } from '../../mails/pages/status-tag.js';
import { forgotten, kindInWords } from '../../mails/pages/words.js';
import { deadLetterPath } from '../addresses.js';
import { durationInWords } from '../telling/durations.js';
import { appInWords, typeInWords } from '../domain/message-words.js';
import type { Reception, ToldMessage } from '../telling/story.js';
import type { MailOfRequest } from '../find-mails-of-request.js';

interface Step {
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly entry: Pick<TimelineEntry, 'title' | 'by' | 'children'>;
}

/** Messages and mails in the order of time; each tells how long after the first it was. */
export function timelineOf(
  messages: readonly ToldMessage[],
  mails: readonly MailOfRequest[],
): readonly TimelineEntry[] {
  const steps = [...messages.map(stepOfMessage), ...mails.map(stepOfMail)].toSorted((a, b) => a.at - b.at);
  const start = steps[0]?.at ?? 0;
  return steps.map(({ at, entry }) => ({
    ...entry,
    when: at === start ? momentInWords(new Date(at)) : `${durationInWords(at - start)} later`,
    datetime: new Date(at).toISOString(),
  }));
}

function stepOfMessage(message: ToldMessage): Step {
  return {
    at: Date.parse(message.sentAt),
    entry: {
      title: typeInWords(message.type),
      by: appInWords(message.from),
      children: (
        <ul class="govuk-list">
          <li>{handedOver(message)}</li>
          {message.receptions.map((reception) => (
            <li key={reception.app}>
              <Received reception={reception} />
            </li>
          ))}
        </ul>
      ),
    },
  };
}

function handedOver({ handedOverAfter }: ToldMessage): string {
  if (handedOverAfter === 'unknown') return 'Handed over; when is not known any more.';
  if (handedOverAfter === null) return 'Not handed over yet.';
  return `Handed over after ${durationInWords(handedOverAfter)}.`;
}

function Received({ reception }: { readonly reception: Reception }) {
  const app = appInWords(reception.app);
  switch (reception.state) {
    case 'handled':
      return (
        <>
          <Tag colour="green">Handled</Tag> by {app}
          {reception.after !== null && <> after {durationInWords(reception.after)}</>}
          {reception.took !== null && <>, which took {durationInWords(reception.took)}</>}.
        </>
      );
    case 'given-up':
      return (
        <>
          <Tag colour="red">Given up</Tag> by {app} ({reception.attempts} tried)
          {reception.isRequeued && ', and on its way again'}.{' '}
          <a class="govuk-link" href={deadLetterPath(reception.app, reception.id)}>
            What went wrong at {app}
          </a>
        </>
      );
    case 'waiting':
      return (
        <>
          <Tag colour="yellow">Waiting</Tag> for {app}: on its way, or being tried.
        </>
      );
    case 'unknown':
      return (
        <>
          <Tag colour="grey">Not known</Tag> for {app}: no answer comes from there at the moment.
        </>
      );
  }
}

function stepOfMail({ id, kind, toAddress, status, askedAt, sentAt }: MailOfRequest): Step {
  return {
    at: (sentAt ?? askedAt).getTime(),
    entry: {
      title: sentAt === null ? 'Mail taken in' : 'Mail sent',
      by: appInWords('mailer'),
      children: (
        <p class="govuk-body cn-flush">
          <StatusTag status={status} /> {kindInWords(kind)}, to{' '}
          <a class="govuk-link" href={mailPath(id)}>
            {toAddress ?? forgotten}
          </a>
        </p>
      ),
    },
  };
}
