import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';

/** Why a guest is written to. */
export type GuestMailOccasion = 'invited' | 'confirmed' | 'reminder' | 'changed' | 'cancelled' | 'removed';

export interface GuestMail {
  readonly event: {
    readonly title: string;
    readonly when: string;
    readonly where: string;
    readonly host: string | null;
    readonly summary: string;
    readonly statusReason: string | null;
  };
  readonly occasion: GuestMailOccasion;
  readonly name: string;
  /** That they have said so. */
  readonly isComing: boolean;
  readonly ownUrl: string;
  readonly siteUrl: string;
}

/** Writes to somebody who is invited to an event on a stand. */
export function guestEmail(mail: GuestMail): RenderedMail {
  const { event, occasion, isComing, ownUrl, siteUrl } = mail;
  const title = shortened(event.title, 120);
  const said = words(title, isComing)[occasion];
  const isOver = occasion === 'cancelled' || occasion === 'removed';
  return renderMail({
    subject: said.subject,
    title: said.title,
    preview: `${event.when}, ${shortened(event.where, 80)}`,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>{said.text}</MailText>
        {occasion === 'cancelled' && event.statusReason !== null && (
          <MailText>{shortened(event.statusReason, 500)}</MailText>
        )}
        <MailText>
          <strong>{occasion === 'cancelled' ? 'It was to be:' : 'When:'}</strong> {event.when}
        </MailText>
        <MailText>
          <strong>Where:</strong> {shortened(event.where)}
        </MailText>
        {event.host !== null && (
          <MailText>
            <strong>Who invites you:</strong> {shortened(event.host)}
          </MailText>
        )}
        {occasion === 'invited' && event.summary !== '' && (
          <MailText>{shortened(event.summary, 500)}</MailText>
        )}
        {!isOver && (
          <MailButton href={ownUrl}>{isComing ? 'See your answer' : 'Say whether you are coming'}</MailButton>
        )}
        {!isOver && (
          <MailSmallPrint>
            The link is yours alone: do not pass it on. You can change your answer with it until the event
            begins.
          </MailSmallPrint>
        )}
      </>
    ),
    why: `You get this mail because you ${occasion === 'removed' ? 'were' : 'are'} invited to ${title}.`,
    siteUrl,
  });
}

const words = (title: string, isComing: boolean) => ({
  invited: {
    subject: `You are invited: ${title}`,
    title: 'You are invited',
    text: `we would be glad to see you at “${title}”, on our stand.`,
  },
  confirmed: {
    subject: `You are coming: ${title}`,
    title: 'We look forward to seeing you',
    text: `thank you for telling us that you are coming to “${title}”. If something comes up, tell us, so that somebody else can have the place.`,
  },
  reminder: isComing
    ? {
        subject: `Soon: ${title}`,
        title: 'We look forward to seeing you',
        text: `you have said that you are coming to “${title}”. If that has changed, tell us, so that somebody else can have the place.`,
      }
    : {
        subject: `Are you coming? ${title}`,
        title: 'Are you coming?',
        text: `we have not heard yet whether you are coming to “${title}”.`,
      },
  changed: {
    subject: `Another time: ${title}`,
    title: 'It is at another time',
    text: `“${title}” is not when we told you before. ${isComing ? 'If you cannot come then, tell us.' : 'Tell us whether you can come then.'}`,
  },
  cancelled: {
    subject: `Called off: ${title}`,
    title: 'It does not take place',
    text: `we are sorry: “${title}” does not take place.`,
  },
  removed: {
    subject: `Your invitation is taken back: ${title}`,
    title: 'You are not on the list of guests any more',
    text: `you have been taken off the list of guests of “${title}”, so there is nothing to answer any more, and the link in earlier mails leads nowhere. If you think that this is a mistake, ask whoever invited you.`,
  },
});
