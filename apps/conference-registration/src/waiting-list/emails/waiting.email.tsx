import { MailButton, MailSmallPrint, MailText, plural, renderMail, shortened, type RenderedMail } from '#ui';

interface AboutWaiting {
  readonly conference: { readonly title: string; readonly when: string };
  readonly ticket: string;
  readonly name: string;
  /** The page of their place in the line. */
  readonly ownUrl: string;
  readonly siteUrl: string;
}

const why = 'You get this mail because you are on the waiting list of this conference.';

/** Somebody has joined the line. */
export function waitingBegunEmail({
  wanted,
  allTogether,
  ...about
}: AboutWaiting & { readonly wanted: number; readonly allTogether: boolean }): RenderedMail {
  const title = shortened(about.conference.title, 120);
  const places = plural(wanted, 'place');
  return renderMail({
    subject: `You are on the waiting list: ${title}`,
    title: 'You are on the waiting list',
    preview: `We write to you as soon as ${wanted === 1 ? 'a place is' : 'places are'} free.`,
    body: (
      <>
        <MailText>Hello {shortened(about.name)},</MailText>
        <MailText>
          You wait for {places} ({shortened(about.ticket)}) at <strong>{title}</strong>,{' '}
          {about.conference.when}
          {wanted > 1 && (allTogether ? ', all of them together' : ', or as many of them as there are')}.
        </MailText>
        <MailText>
          Places that become free are offered in the order in which people joined. We write to you when it is
          your turn; you then have some working days to book.
        </MailText>
        <MailButton href={about.ownUrl}>See where you stand, or leave the list</MailButton>
      </>
    ),
    why,
    siteUrl: about.siteUrl,
  });
}

/** Places are kept for somebody. */
export function placesOfferedEmail({
  places,
  until,
  stillWanted,
  ...about
}: AboutWaiting & {
  readonly places: number;
  /** "Tuesday 1 June 2027, 5pm" */
  readonly until: string;
  /** How many more they go on waiting for. */
  readonly stillWanted: number;
}): RenderedMail {
  const title = shortened(about.conference.title, 120);
  const what = places === 1 ? 'A place is' : `${plural(places, 'place')} are`;
  return renderMail({
    subject: `${what} free for you: ${title}`,
    title: `${what} free for you`,
    preview: `Book by ${until}.`,
    body: (
      <>
        <MailText>Hello {shortened(about.name)},</MailText>
        <MailText>
          {what} free for you at <strong>{title}</strong>, {about.conference.when} ({shortened(about.ticket)}
          ).
        </MailText>
        <MailText>
          <strong>Book by {until}.</strong> After that {places === 1 ? 'it goes' : 'they go'} to the next in
          line.
        </MailText>
        <MailButton href={about.ownUrl}>{places === 1 ? 'Book this place' : 'Book these places'}</MailButton>
        {stillWanted > 0 && (
          <MailText>You keep your turn for {plural(stillWanted, 'more place', 'more places')}.</MailText>
        )}
        <MailSmallPrint>
          If you no longer need {places === 1 ? 'it' : 'them'}, please say so on the same page: somebody else
          is waiting.
        </MailSmallPrint>
      </>
    ),
    why,
    siteUrl: about.siteUrl,
  });
}

/** Why somebody is on the list no longer. */
export type EndOfWaiting = 'expired' | 'passed-over' | 'ended';

/** Somebody has been taken off the line. */
export function waitingEndedEmail({
  end,
  reason,
  ...about
}: AboutWaiting & { readonly end: EndOfWaiting; readonly reason: string | null }): RenderedMail {
  const title = shortened(about.conference.title, 120);
  const words: Readonly<Record<EndOfWaiting, string>> = {
    expired: 'What we offered you was not booked in time, so it has gone to the next in line.',
    'passed-over': 'The network’s staff have taken you off the list.',
    ended: 'The list has come to its end.',
  };
  return renderMail({
    subject: `You are no longer on the waiting list: ${title}`,
    title: 'You are no longer on the waiting list',
    preview: words[end],
    body: (
      <>
        <MailText>Hello {shortened(about.name)},</MailText>
        <MailText>
          This is about <strong>{title}</strong>, {about.conference.when} ({shortened(about.ticket)}).{' '}
          {words[end]}
        </MailText>
        {reason !== null && <MailText>{shortened(reason, 1000)}</MailText>}
        {end === 'expired' && (
          <>
            <MailText>If you would still like to come, you can join the list again.</MailText>
            <MailButton href={about.ownUrl}>See what happened</MailButton>
          </>
        )}
      </>
    ),
    why,
    siteUrl: about.siteUrl,
  });
}
