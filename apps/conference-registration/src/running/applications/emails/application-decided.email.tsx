import {
  MailButton,
  MailHeading,
  MailSmallPrint,
  MailText,
  plural,
  renderMail,
  shortened,
  type RenderedMail,
} from '#ui';
import { DocumentsInMail, type DocumentInMail } from '../../../changing/emails/documents-in-mail.js';

export interface ApplicationDecidedMail {
  readonly conference: { readonly title: string; readonly when: string };
  readonly reference: string;
  /** To whom it is. */
  readonly name: string;
  readonly decision: 'accepted' | 'reserve';
  /** Whose applications; `null`: the reader's own. */
  readonly names: readonly string[] | null;
  /** In staff's words; empty: none. */
  readonly reason: string;
  /** `null`: there is nothing to pay. */
  readonly invoice: DocumentInMail | null;
  readonly bookingUrl: string;
  readonly isLinkSecret: boolean;
  readonly siteUrl: string;
}

const mostNamed = 25;

/** Tells somebody what was decided about applications: that they are accepted, or on the reserve. */
export function applicationDecidedEmail(mail: ApplicationDecidedMail): RenderedMail {
  const { conference, decision, names, reason } = mail;
  const title = shortened(conference.title, 120);
  const isOne = names === null || names.length === 1;
  const what = `${isOne ? 'Application' : plural(names.length, 'application')} ${decision === 'accepted' ? 'accepted' : 'on the reserve'}`;
  return renderMail({
    subject: `${what}: ${title}`,
    title: what,
    preview: conference.when,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>
          {whatItMeans(mail)} <strong>{title}</strong>, {conference.when}.
        </MailText>
        {(names ?? []).slice(0, mostNamed).map((name) => (
          <MailText>
            <strong>{shortened(name, 80)}</strong>
          </MailText>
        ))}
        {names !== null && names.length > mostNamed && (
          <MailText>And {names.length - mostNamed} more.</MailText>
        )}
        {reason !== '' && <MailText>{shortened(reason, 1000)}</MailText>}
        {mail.invoice !== null && (
          <>
            <MailHeading>What it costs</MailHeading>
            <DocumentsInMail creditNotes={[]} invoice={mail.invoice} />
          </>
        )}
        <MailText>
          <strong>Reference:</strong> {mail.reference}
        </MailText>
        <MailButton href={mail.bookingUrl}>
          {names === null ? 'See the conference' : 'See your booking'}
        </MailButton>
        {mail.isLinkSecret && (
          <MailSmallPrint>
            The link is yours alone, as the booking can be changed with it: do not pass it on.
          </MailSmallPrint>
        )}
      </>
    ),
    why: `You get this mail because ${names === null ? 'somebody applied for a place with this address' : 'you applied for places'} at ${title}.`,
    siteUrl: mail.siteUrl,
  });
}

function whatItMeans({ decision, names }: ApplicationDecidedMail): string {
  if (decision === 'accepted') return 'we have accepted these people, who now have a place at';
  return names === null
    ? 'you are on the reserve: if somebody else cannot come, we may offer you a place at'
    : 'these people are on the reserve: if somebody else cannot come, we may offer them a place at';
}
