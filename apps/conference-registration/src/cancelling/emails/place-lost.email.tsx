import { MailLink, MailText, renderMail, shortened, type RenderedMail } from '#ui';

/** Why somebody takes part no more. */
export type LostBecause = 'cancelled' | 'replaced' | 'declined' | 'conference-cancelled';

export interface PlaceLostMail {
  readonly conference: { readonly title: string; readonly when: string };
  readonly reference: string;
  readonly name: string;
  /** Who booked for them. */
  readonly bookedBy: string;
  readonly because: LostBecause;
  /** In the words of whoever decided; `null`: none were given, or they are not for the delegate. */
  readonly reason: string | null;
  readonly conferenceUrl: string;
  readonly siteUrl: string;
}

const titles: Readonly<Record<LostBecause, string>> = {
  cancelled: 'Your place is cancelled',
  replaced: 'Somebody else takes your place',
  declined: 'You do not have a place',
  'conference-cancelled': 'The conference is cancelled',
};

/** Tells a delegate that they take part no more; what takes it out of their calendar goes with it. */
export function placeLostEmail(mail: PlaceLostMail): RenderedMail {
  const { conference, because, reason, reference } = mail;
  const title = shortened(conference.title, 120);
  return renderMail({
    subject: `${titles[because]}: ${title}`,
    title: titles[because],
    preview: conference.when,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>{whatHappened(mail, title)}</MailText>
        {reason !== null && <MailText>{shortened(reason, 600)}</MailText>}
        <MailText>What is attached takes it out of your calendar. The booking was {reference}.</MailText>
        <MailText>
          {because === 'conference-cancelled'
            ? 'More is on its page'
            : 'If this is not what you expected, ask'}
          {because === 'conference-cancelled' ? ': ' : ` ${shortened(mail.bookedBy, 100)}. The conference: `}
          <MailLink href={mail.conferenceUrl}>{title}</MailLink>
        </MailText>
      </>
    ),
    why: `You get this mail because a place at ${title} was booked with this address.`,
    siteUrl: mail.siteUrl,
  });
}

function whatHappened({ because, bookedBy, conference: { when } }: PlaceLostMail, title: string): string {
  const booker = shortened(bookedBy, 100);
  switch (because) {
    case 'cancelled':
      return `your place at ${title}, ${when}, which ${booker} had booked, is cancelled.`;
    case 'replaced':
      return `your place at ${title}, ${when}, goes to somebody else, as ${booker}, who booked it, has said.`;
    case 'declined':
      return `we have looked at your application for ${title}, ${when}, which ${booker} made, and cannot offer you a place.`;
    case 'conference-cancelled':
      return `${title}, ${when}, for which ${booker} had booked you a place, does not take place.`;
  }
}
