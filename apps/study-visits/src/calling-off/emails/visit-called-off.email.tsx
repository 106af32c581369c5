import { MailButton, MailText, renderMail, shortened, type RenderedMail } from '#ui';
import type { MailedVisit } from '../../offers/emails/visit-place.email.js';

/** To whom: a traveller with or without something that is `credited`, whoever leads, is offered a place, has applied, was asked for a reference. */
export type CalledOffReader = 'traveller' | 'credited' | 'leader' | 'offered' | 'applicant' | 'referee';

export interface CalledOffMail {
  readonly visit: MailedVisit;
  readonly reader: CalledOffReader;
  readonly name: string;
  /** Why, as staff wrote it. */
  readonly reason: string;
  /** The visit’s page. */
  readonly visitUrl: string;
  readonly siteUrl: string;
}

/** Writes to somebody that a visit does not take place, and what that means for them. */
export function calledOffEmail(mail: CalledOffMail): RenderedMail {
  const { visit, reader, siteUrl } = mail;
  const title = shortened(visit.title, 120);
  const { meaning, why } = said[reader];
  return renderMail({
    subject: `Called off: ${title}`,
    title: 'The visit is called off',
    preview: `${visit.when}, ${shortened(visit.region, 80)}`,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>we are sorry: “{title}” does not take place.</MailText>
        <MailText>
          <strong>Why:</strong> {shortened(mail.reason, 1000)}
        </MailText>
        <MailText>{meaning}</MailText>
        <MailText>
          <strong>It was to be:</strong> {visit.when}, {shortened(visit.region)}
        </MailText>
        <MailButton href={mail.visitUrl}>Open the visit’s page</MailButton>
      </>
    ),
    why: `You get this mail because you ${why} ${title}.`,
    siteUrl,
  });
}

const said: Readonly<Record<CalledOffReader, { readonly meaning: string; readonly why: string }>> = {
  traveller: {
    meaning: 'You do not travel, and there is nothing to pay. Cancel what you booked for it yourself.',
    why: 'were to travel with',
  },
  credited: {
    meaning:
      'You do not travel. All that was invoiced for your place is credited: the credit note comes in a mail of its own, and what was paid is given back. Cancel what you booked for it yourself.',
    why: 'were to travel with',
  },
  leader: {
    meaning: 'Everybody who was to travel, is offered a place or has applied has a mail like this one.',
    why: 'were to lead',
  },
  offered: {
    meaning:
      'So the place that we offered you is not there any more. There is nothing to answer, and nothing to pay.',
    why: 'are offered a place on',
  },
  applicant: {
    meaning: 'So your application ends here. You need do nothing.',
    why: 'applied for',
  },
  referee: {
    meaning: 'So the reference that we asked you for is not needed any more. You need do nothing.',
    why: 'were asked for a reference for',
  },
};
