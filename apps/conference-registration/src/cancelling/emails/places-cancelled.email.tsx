import {
  MailButton,
  MailHeading,
  MailSmallPrint,
  MailText,
  moneyInWords,
  plural,
  renderMail,
  shortened,
  type RenderedMail,
} from '#ui';
import { DocumentsInMail, type DocumentInMail } from '../../changing/emails/documents-in-mail.js';

export interface PlacesCancelledMail {
  readonly conference: { readonly title: string; readonly when: string };
  readonly reference: string;
  readonly bookerName: string;
  /** Who takes part no more. */
  readonly names: readonly string[];
  /** Nobody is left in the booking. */
  readonly isWhole: boolean;
  /** In a sentence, where it was not their own wish: "The conference is cancelled: the hall is closed." */
  readonly reason: string | null;
  /** What had been invoiced for the places, with VAT. */
  readonly invoicedPence: number;
  readonly creditNotes: readonly DocumentInMail[];
  readonly bookingUrl: string;
  readonly isLinkSecret: boolean;
  readonly siteUrl: string;
}

const mostNamed = 25;

/** Tells whoever booked that places, or the whole booking, are cancelled, and what is paid back. */
export function placesCancelledEmail(mail: PlacesCancelledMail): RenderedMail {
  const { conference, reference, names, isWhole } = mail;
  const title = shortened(conference.title, 120);
  const what = isWhole ? 'Your booking is cancelled' : `${plural(names.length, 'place')} cancelled`;
  return renderMail({
    subject: `${what}: ${title} (${reference})`,
    title: what,
    preview: title,
    body: (
      <>
        <MailText>Hello {shortened(mail.bookerName)},</MailText>
        {mail.reason !== null && <MailText>{shortened(mail.reason, 600)}</MailText>}
        <MailText>
          {isWhole ? (
            <>
              your booking <strong>{reference}</strong> for <strong>{title}</strong> ({conference.when}) is
              cancelled.
            </>
          ) : (
            <>
              in your booking <strong>{reference}</strong> for <strong>{title}</strong> ({conference.when})
              the places of these people are cancelled; everybody else stays booked:
            </>
          )}
        </MailText>
        {names.slice(0, mostNamed).map((name) => (
          <MailText>
            <strong>{shortened(name, 80)}</strong>
          </MailText>
        ))}
        {names.length > mostNamed && <MailText>And {names.length - mostNamed} more.</MailText>}
        <MailHeading>What is paid back</MailHeading>
        <PaidBack mail={mail} />
        <MailButton href={mail.bookingUrl}>See your booking</MailButton>
        {mail.isLinkSecret && (
          <MailSmallPrint>
            The link is yours alone, as the booking can be changed with it: do not pass it on.
          </MailSmallPrint>
        )}
      </>
    ),
    why: `You get this mail because you booked ${title}.`,
    siteUrl: mail.siteUrl,
  });
}

function PaidBack({ mail: { invoicedPence, creditNotes } }: { readonly mail: PlacesCancelledMail }) {
  if (invoicedPence === 0) return <MailText>There was nothing to pay for it.</MailText>;
  const back = creditNotes.reduce((sum, { grossPence }) => sum + grossPence, 0);
  return (
    <>
      <MailText>
        Of the {moneyInWords(invoicedPence)} that it cost,{' '}
        {back === 0
          ? 'nothing is paid back by the refund rules.'
          : back === invoicedPence
            ? 'all is credited.'
            : `${moneyInWords(back)} is credited by the refund rules.`}
      </MailText>
      <DocumentsInMail creditNotes={creditNotes} invoice={null} />
    </>
  );
}
