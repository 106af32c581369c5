import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface OrderMissingMail {
  /** Whom it greets. */
  readonly bookerName: string;
  readonly conference: string;
  readonly reference: string;
  readonly organisation: string;
  /** "INV-00012"; none where nothing is invoiced yet. */
  readonly invoices: readonly string[];
  /** Whether it is the last one. */
  readonly isLast: boolean;
  /** Where the number is entered. */
  readonly url: string;
  readonly siteUrl: string;
}

/** Asks a booker for the purchase order that their organisation wants on its invoices. */
export function orderMissingEmail(mail: OrderMissingMail): RenderedMail {
  const { bookerName, reference, invoices, isLast, url, siteUrl } = mail;
  const conference = shortened(mail.conference, 120);
  const organisation = shortened(mail.organisation, 120);
  return renderMail({
    subject: `Purchase order needed: ${conference} (${reference})`,
    title: 'Your purchase order is still missing',
    preview: `${organisation} wants one on its invoices. Enter it with one click.`,
    body: (
      <>
        <MailText>Dear {shortened(bookerName, 120)},</MailText>
        <MailText>
          You booked <strong>{conference}</strong> for {organisation} (booking {reference}). {organisation}{' '}
          wants a purchase order number on its invoices, and we do not have one for this booking.
        </MailText>
        <MailButton href={url}>Enter the purchase order</MailButton>
        <MailText>
          {invoices.length === 0
            ? 'It will stand on the invoice.'
            : `You choose there whether ${invoices.join(', ')} is issued again with it.`}
        </MailText>
        <MailSmallPrint>
          {isLast
            ? 'This is the last time that we ask by mail. Your places are yours all the same.'
            : 'Your places are yours all the same. We stop asking once the number is there.'}
        </MailSmallPrint>
      </>
    ),
    why: 'You get this mail because you booked places for an organisation that wants purchase orders.',
    siteUrl,
  });
}
