import {
  MailHeading,
  MailLink,
  MailSmallPrint,
  MailText,
  renderMail,
  shortened,
  type RenderedMail,
} from '#ui';
import type { Change, Changes } from '../domain/changes-between.js';
import { dateInLine, newsInWords, shortTitle, subjectOf } from '../domain/subject-words.js';
import { EventEnd, EventLines, type EventInMail, type MailLinks } from './event-lines.js';

export interface EventChangedMail extends MailLinks {
  readonly changes: Changes;
  /** As it is now. */
  readonly event: EventInMail;
  /** What takes its place, if the reader may see that. */
  readonly instead: { readonly title: string; readonly url: string } | null;
}

/** As many single dates as a mail lists. */
const mostDates = 10;

/** As much as is said of one, in characters. */
const longestDate = 250;

const labels: Readonly<Record<Change['what'], string>> = {
  time: 'New time',
  when: 'New date',
  dates: 'New dates',
  continued: 'Later dates go on as an event of their own',
  place: 'New place',
  joining: 'How to join',
};

/** Tells followers what is different about an event: when, where, how to join, or whether it takes place. */
export function eventChangedEmail({
  changes,
  event,
  instead,
  followingUrl,
  siteUrl,
}: EventChangedMail): RenderedMail {
  const { standing, whole, dates, formerTitle } = changes;
  const isOff = standing === 'called-off' || standing === 'postponed';
  return renderMail({
    subject: subjectOf(changes, event.title),
    title: newsInWords(changes),
    preview: previewOf(changes, event),
    body: (
      <>
        <MailText>
          <strong>{shortened(event.title)}</strong>
        </MailText>
        {formerTitle !== null && <MailText>It was called “{shortened(formerTitle)}” until now.</MailText>}
        {isOff && <Off changes={changes} event={event} />}
        {instead !== null && (
          <MailText>
            Instead: <MailLink href={instead.url}>{shortened(instead.title)}</MailLink>
          </MailText>
        )}
        {standing === 'on-again' && <MailText>It takes place after all.</MailText>}
        {whole.map((change) => (
          <WholeChange key={change.what} change={change} />
        ))}
        {dates.length > 0 && (
          <>
            {whole.length > 0 && <MailHeading>Single dates</MailHeading>}
            {dates.slice(0, mostDates).map((date) => (
              <MailText key={`${date.on} ${date.what}`}>{shortened(dateInLine(date), longestDate)}</MailText>
            ))}
            {dates.length > mostDates && (
              <MailText>The event’s page has {dates.length - mostDates} more changes of its dates.</MailText>
            )}
          </>
        )}
        {!isOff && (
          <>
            <MailHeading>As it stands now</MailHeading>
            <EventLines event={event} />
          </>
        )}
        <MailText>
          {isOff && standing === 'called-off'
            ? 'What is attached takes it out of your calendar.'
            : 'What is attached brings your calendar up to date.'}
        </MailText>
        <EventEnd event={event} followingUrl={followingUrl} />
      </>
    ),
    why: 'You get this mail because you follow this event or its series.',
    siteUrl,
  });
}

function previewOf({ standing, reason, whole, dates }: Changes, event: EventInMail): string {
  if (reason !== null) return shortened(reason);
  if (standing === 'on-again') return shortened(event.when);
  const [first] = whole;
  if (first !== undefined) return shortened(first.after);
  return shortened(dates[0] ? dateInLine(dates[0]) : shortTitle(event.title));
}

function Off({ changes: { standing, reason }, event }: Pick<EventChangedMail, 'changes' | 'event'>) {
  return (
    <>
      <MailText>
        {standing === 'called-off' ? 'It does not take place.' : 'It is put off. A new date will follow.'}
        {reason !== null && ` ${shortened(reason, 1000)}`}
      </MailText>
      <MailText>
        <strong>It was to be:</strong> {event.when}
      </MailText>
    </>
  );
}

function WholeChange({ change: { what, before, after } }: { readonly change: Change }) {
  return (
    <>
      <MailText>
        <strong>{labels[what]}:</strong> {shortened(after)}
      </MailText>
      {before !== null && <MailSmallPrint>Before: {shortened(before)}</MailSmallPrint>}
    </>
  );
}
