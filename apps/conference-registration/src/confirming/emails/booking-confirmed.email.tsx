import {
  MailButton,
  MailHeading,
  MailLink,
  MailSmallPrint,
  MailText,
  moneyInWords,
  plural,
  renderMail,
  shortened,
  type RenderedMail,
} from '#ui';

/** A delegate as the booker is told of them. */
export interface BookedDelegateInMail {
  readonly name: string;
  /** The ticket and the add-ons, by name. */
  readonly has: readonly string[];
  /** Their place hangs on somebody's approval. */
  readonly isApplicant: boolean;
  /** No mail can be sent to them. */
  readonly isWithoutEmail: boolean;
}

export interface InvoiceInMail {
  /** "INV-00012" */
  readonly label: string;
  readonly url: string;
  /** "Friday 8 January 2027" */
  readonly dueOn: string;
  readonly purchaseOrder: string | null;
  readonly isPurchaseOrderMissing: boolean;
  readonly howToPay: {
    readonly accountName: string;
    readonly sortCode: string;
    readonly accountNumber: string;
    readonly reference: string;
  };
}

export interface BookingConfirmedMail {
  readonly conference: { readonly title: string; readonly when: string; readonly where: string };
  readonly reference: string;
  readonly bookerName: string;
  readonly delegates: readonly BookedDelegateInMail[];
  /** What the confirmed places cost, in pence. */
  readonly totals: { readonly netPence: number; readonly vatPence: number; readonly grossPence: number };
  /** `null`: there is nothing to pay. */
  readonly invoice: InvoiceInMail | null;
  /** Until when the booking can be changed on its page; `null`: until the conference begins. */
  readonly changesUntil: string | null;
  readonly bookingUrl: string;
  /** Whoever has the address may see and change the booking. */
  readonly isLinkSecret: boolean;
  readonly siteUrl: string;
}

/** Who is named in the mail at most; the page has all. */
const mostNamed = 25;

/** Tells whoever booked what is confirmed, what it costs and how to pay. */
export function bookingConfirmedEmail(mail: BookingConfirmedMail): RenderedMail {
  const { conference, reference, delegates, bookingUrl, siteUrl } = mail;
  const title = shortened(conference.title, 120);
  const isApplication = delegates.every(({ isApplicant }) => isApplicant);
  return renderMail({
    subject: isApplication
      ? `We have your application: ${title} (${reference})`
      : `Your booking is confirmed: ${title} (${reference})`,
    title: isApplication ? 'We have your application' : 'Your booking is confirmed',
    preview: `${plural(delegates.length, 'delegate')}, ${title}`,
    body: (
      <>
        <MailText>Hello {shortened(mail.bookerName)},</MailText>
        <MailText>
          you have {takenInWords(delegates)} at <strong>{title}</strong>. Your reference is{' '}
          <strong>{reference}</strong>.
        </MailText>
        <MailText>
          <strong>When:</strong> {conference.when}
        </MailText>
        <MailText>
          <strong>Where:</strong> {shortened(conference.where)}
        </MailText>
        <Delegates delegates={delegates} />
        <Cost mail={mail} isApplication={isApplication} />
        <MailHeading>If something changes</MailHeading>
        <MailText>
          {mail.changesUntil === null
            ? 'You can change the booking on its page until the conference begins: '
            : `You can change the booking on its page until ${mail.changesUntil}: `}
          names, answers, tickets, or cancel a place. The refund rules are there too.
        </MailText>
        <MailButton href={bookingUrl}>See your booking</MailButton>
        {mail.isLinkSecret && (
          <MailSmallPrint>
            The link is yours alone, as the booking can be changed with it: do not pass it on.
          </MailSmallPrint>
        )}
      </>
    ),
    why: `You get this mail because you booked ${title}.`,
    siteUrl,
  });
}

function takenInWords(delegates: readonly BookedDelegateInMail[]): string {
  const applied = delegates.filter(({ isApplicant }) => isApplicant).length;
  const booked = delegates.length - applied;
  return [
    ...(booked > 0 ? [`booked ${plural(booked, 'place')}`] : []),
    ...(applied > 0 ? [`applied for ${plural(applied, 'place')}`] : []),
  ].join(' and ');
}

function Delegates({ delegates }: { readonly delegates: readonly BookedDelegateInMail[] }) {
  const named = delegates.slice(0, mostNamed);
  const unwritten = delegates.filter(({ isWithoutEmail, isApplicant }) => isWithoutEmail && !isApplicant);
  const applicants = delegates.filter(({ isApplicant }) => isApplicant);
  return (
    <>
      <MailHeading>Who is coming</MailHeading>
      {named.map(({ name, has, isApplicant }) => (
        <MailText>
          <strong>{shortened(name, 80)}</strong>: {shortened(has.join(', '), 120)}
          {isApplicant ? ' (applied for)' : ''}
        </MailText>
      ))}
      {delegates.length > named.length && (
        <MailText>And {delegates.length - named.length} more: the booking’s page names them all.</MailText>
      )}
      {applicants.length > 0 && (
        <MailText>
          We will write to you when we have decided on{' '}
          {applicants.length === 1 ? 'the application' : `the ${applicants.length} applications`}. There is
          nothing to pay for {applicants.length === 1 ? 'it' : 'them'} until then.
        </MailText>
      )}
      {unwritten.length > 0 && (
        <MailText>
          {unwritten.length === 1 ? 'One delegate has' : `${unwritten.length} delegates have`} no email
          address here, so we cannot write to them. Pass on what they need to know to{' '}
          {shortened(unwritten.map(({ name }) => shortened(name, 60)).join(', '), 300)}.
        </MailText>
      )}
    </>
  );
}

function Cost({
  mail,
  isApplication,
}: {
  readonly mail: BookingConfirmedMail;
  readonly isApplication: boolean;
}) {
  const { totals, invoice } = mail;
  if (invoice === null) {
    return isApplication ? null : (
      <>
        <MailHeading>What it costs</MailHeading>
        <MailText>There is nothing to pay.</MailText>
      </>
    );
  }
  const { howToPay } = invoice;
  return (
    <>
      <MailHeading>What it costs</MailHeading>
      <MailText>
        {moneyInWords(totals.netPence)} plus {moneyInWords(totals.vatPence)} VAT:{' '}
        <strong>{moneyInWords(totals.grossPence)}</strong> in all.
      </MailText>
      <MailText>
        Your invoice is <MailLink href={invoice.url}>{invoice.label}</MailLink>, to be paid by {invoice.dueOn}
        .
      </MailText>
      <MailText>{purchaseOrderWords(invoice)}</MailText>
      <MailText>
        Pay by bank transfer to {howToPay.accountName}, sort code {howToPay.sortCode}, account number{' '}
        {howToPay.accountNumber}, with the reference <strong>{howToPay.reference}</strong>, so that we can
        tell whose it is.
      </MailText>
    </>
  );
}

function purchaseOrderWords({ purchaseOrder, isPurchaseOrderMissing }: InvoiceInMail): string {
  if (purchaseOrder !== null) return `It has your purchase order number, ${shortened(purchaseOrder)}.`;
  return isPurchaseOrderMissing
    ? 'Your organisation wants a purchase order number on its invoices, and we do not have one yet: enter it on the booking’s page as soon as you know it.'
    : 'It has no purchase order number; if you need one on it, enter it on the booking’s page.';
}
