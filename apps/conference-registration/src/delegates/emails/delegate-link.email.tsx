import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface DelegateLinkMail {
  readonly conference: { readonly title: string; readonly when: string; readonly where: string };
  /** How whoever booked calls the delegate; empty: not at all yet. */
  readonly name: string;
  /** Who asks. */
  readonly bookedBy: string;
  readonly ownUrl: string;
  readonly siteUrl: string;
}

/** Asks a delegate to fill in their own part of a booking. */
export function delegateLinkEmail({
  conference,
  name,
  bookedBy,
  ownUrl,
  siteUrl,
}: DelegateLinkMail): RenderedMail {
  const title = shortened(conference.title, 120);
  const booker = shortened(bookedBy, 100);
  return renderMail({
    subject: `Your details for ${title}`,
    title: 'Fill in your details',
    preview: `${booker} books a place for you.`,
    body: (
      <>
        <MailText>{name === '' ? 'Hello,' : `Hello ${shortened(name)},`}</MailText>
        <MailText>
          {booker} books a place for you at <strong>{title}</strong> and asks you to fill in your part: your
          details, and what you need there.
        </MailText>
        <MailText>
          <strong>When:</strong> {conference.when}
        </MailText>
        <MailText>
          <strong>Where:</strong> {shortened(conference.where)}
        </MailText>
        <MailButton href={ownUrl}>Fill in your details</MailButton>
        <MailText>
          The place is kept for a short time only while the booking is made, so it helps to do it soon. What
          you told us can be changed later with the same link.
        </MailText>
        <MailSmallPrint>The link is yours alone: do not pass it on.</MailSmallPrint>
      </>
    ),
    why: `You get this mail because ${booker} gave us your address to book a place for you.`,
    siteUrl,
  });
}
