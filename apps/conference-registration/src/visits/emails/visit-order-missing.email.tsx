import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface VisitOrderMissingMail {
  /** Whom it greets. */
  readonly readerName: string;
  readonly visit: string;
  readonly traveller: string;
  readonly organisation: string;
  /** "INV-00012" */
  readonly invoice: string;
  /** Whether it is the last one. */
  readonly isLast: boolean;
  /** Where the number is entered. */
  readonly url: string;
  readonly siteUrl: string;
}

/** Asks for the purchase order that an organisation wants on its invoice for a study visit. */
export function visitOrderMissingEmail(mail: VisitOrderMissingMail): RenderedMail {
  const { invoice, isLast, url, siteUrl } = mail;
  const visit = shortened(mail.visit, 120);
  const organisation = shortened(mail.organisation, 120);
  return renderMail({
    subject: `Purchase order needed: ${visit} (${invoice})`,
    title: 'Your purchase order is still missing',
    preview: `${organisation} wants one on its invoices. Enter it with one click.`,
    body: (
      <>
        <MailText>Dear {shortened(mail.readerName, 120)},</MailText>
        <MailText>
          {shortened(mail.traveller, 120)} travels with the study visit <strong>{visit}</strong> for{' '}
          {organisation}. {organisation} wants a purchase order number on its invoices, and we do not have one
          for {invoice}.
        </MailText>
        <MailButton href={url}>Enter the purchase order</MailButton>
        <MailText>You choose there whether {invoice} is issued again with it.</MailText>
        <MailSmallPrint>
          {isLast
            ? 'This is the last time that we ask by mail. The place is kept all the same.'
            : 'The place is kept all the same. We stop asking once the number is there.'}
        </MailSmallPrint>
      </>
    ),
    why: 'You get this mail because you look after a place on a study visit for an organisation that wants purchase orders.',
    siteUrl,
  });
}
