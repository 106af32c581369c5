import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';

/** A visit as mails name it. */
export interface MailedVisit {
  readonly title: string;
  readonly region: string;
  /** "Sunday 11 to Friday 16 March 2035" */
  readonly when: string;
}

export interface OfferMail {
  readonly visit: MailedVisit;
  readonly occasion: 'selected' | 'moved-up' | 'by-hand' | 'extended' | 'lapsed' | 'accepted';
  readonly name: string;
  /** Of the application. */
  readonly code: string;
  /** Until when they can accept; empty where there is nothing to accept. */
  readonly deadline: string;
  /** Why they have the place. */
  readonly why: string | null;
  /** "The place costs £950, of which £150 is due when you accept." */
  readonly cost: string;
  /** The offer; the traveller’s own page once it is accepted. */
  readonly ownUrl: string;
  readonly siteUrl: string;
}

/** Writes to an applicant of the place that they are offered. */
export function offerEmail(mail: OfferMail): RenderedMail {
  const { visit, occasion, ownUrl, siteUrl } = mail;
  const title = shortened(visit.title, 120);
  const said = words(title)[occasion];
  const isOpen = mail.deadline !== '';
  return renderMail({
    subject: said.subject,
    title: said.title,
    preview: `${visit.when}, ${shortened(visit.region, 80)}`,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>{said.text}</MailText>
        {mail.why !== null && <MailText>Why: {shortened(mail.why, 1000)}</MailText>}
        <MailText>
          <strong>When:</strong> {visit.when}
        </MailText>
        <MailText>
          <strong>Where:</strong> {shortened(visit.region)}
        </MailText>
        {isOpen && (
          <MailText>
            <strong>Answer before:</strong> {mail.deadline} (London time). After that the place goes to
            somebody else.
          </MailText>
        )}
        {isOpen && <MailText>{mail.cost}</MailText>}
        {said.button !== null && <MailButton href={ownUrl}>{said.button}</MailButton>}
        {said.button !== null && <MailSmallPrint>The link is yours alone: do not pass it on.</MailSmallPrint>}
      </>
    ),
    why: `You get this mail because you applied for ${title}. Your application has the code ${mail.code}.`,
    siteUrl,
  });
}

const words = (title: string) => ({
  selected: {
    subject: `A place for you: ${title}`,
    title: 'We have a place for you',
    text: `we are glad to offer you a place on “${title}”.`,
    button: 'Accept or decline the place',
  },
  'moved-up': {
    subject: `A place is free for you: ${title}`,
    title: 'A place is free for you',
    text: `you were a reserve for “${title}”, and a place has become free. It is yours if you accept it in time.`,
    button: 'Accept or decline the place',
  },
  'by-hand': {
    subject: `A place for you: ${title}`,
    title: 'We have a place for you',
    text: `we can offer you a place on “${title}” after all.`,
    button: 'Accept or decline the place',
  },
  extended: {
    subject: `More time to answer: ${title}`,
    title: 'You have more time to answer',
    text: `the place on “${title}” that we offered you is kept for you a little longer.`,
    button: 'Accept or decline the place',
  },
  lapsed: {
    subject: `The place has gone: ${title}`,
    title: 'The place has gone to somebody else',
    text: `we did not hear from you in time, so the place on “${title}” that we kept for you is offered to somebody else. If you still want to come, answer this mail: sometimes a place becomes free.`,
    button: null,
  },
  accepted: {
    subject: `You are coming: ${title}`,
    title: 'You are coming with us',
    text: `thank you, your place on “${title}” is yours. On your own page you see what we need of you and when, and there you tell us if you cannot travel after all.`,
    button: 'Open your page',
  },
});
