import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface GuestLinkMail {
  readonly conference: { readonly title: string; readonly when: string };
  /** Whether the link leads to a booking or into the waiting list. */
  readonly kind: 'book' | 'wait';
  readonly url: string;
  readonly siteUrl: string;
}

/**
 * Asks a guest to confirm that the address is theirs, and lets them go on. It says nothing that was typed: until then anybody may
 * have typed it, to have us write it to a stranger.
 */
export function guestLinkEmail({ conference, kind, url, siteUrl }: GuestLinkMail): RenderedMail {
  const title = shortened(conference.title, 120);
  const isBooking = kind === 'book';
  const what = isBooking ? 'book places' : 'join the waiting list';
  return renderMail({
    subject: isBooking ? `Go on with your booking: ${title}` : `Join the waiting list: ${title}`,
    title: isBooking ? 'Go on with your booking' : 'Join the waiting list',
    preview: `Confirm that this is your address to ${what}.`,
    body: (
      <>
        <MailText>Hello,</MailText>
        <MailText>
          You want to {what} at <strong>{title}</strong>, {conference.when}. Press the button to confirm that
          this is your address, and go on.
        </MailText>
        <MailButton href={url}>{isBooking ? 'Go on with your booking' : 'Join the waiting list'}</MailButton>
        <MailText>
          {isBooking
            ? 'No places are kept for you until you do. The link works for one day.'
            : 'You are not on the list until you do. The link works for one day.'}
        </MailText>
        <MailSmallPrint>
          If it was not you, you need do nothing: nothing is booked, and we do not write again.
        </MailSmallPrint>
      </>
    ),
    why: 'You get this mail because somebody gave your address to book a conference.',
    siteUrl,
  });
}
