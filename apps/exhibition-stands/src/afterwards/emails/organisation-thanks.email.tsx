import { MailText, plural, renderMail, shortened, type RenderedMail } from '#ui';
import { paragraphsOf } from './stand-thanks.email.js';

export interface OrganisationThanksMail {
  readonly exhibition: { readonly title: string; readonly when: string };
  /** Who looks after the organisation's bookings. */
  readonly name: string;
  readonly organisation: string;
  /** As staff wrote it; of several lines. */
  readonly words: string;
  /** "18 hours" */
  readonly hours: string;
  readonly people: number;
  readonly siteUrl: string;
}

/** Thanks an organisation whose people stood. Who they are it says to nobody. */
export function organisationThanksEmail(mail: OrganisationThanksMail): RenderedMail {
  const title = shortened(mail.exhibition.title, 120);
  const organisation = shortened(mail.organisation, 120);
  return renderMail({
    subject: `Thank you from our stand at ${title}`,
    title: `Thank you, ${organisation}`,
    preview: `Your people stood ${mail.hours} with us`,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        {paragraphsOf(mail.words).map((text) => (
          <MailText>{text}</MailText>
        ))}
        <MailText>
          {plural(mail.people, 'person', 'people')} of <strong>{organisation}</strong> stood{' '}
          <strong>{mail.hours}</strong> on our stand at <strong>{title}</strong>, {mail.exhibition.when}.
        </MailText>
      </>
    ),
    why: `You get this mail because you look after what ${organisation} books with the network.`,
    siteUrl: mail.siteUrl,
  });
}
