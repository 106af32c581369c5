import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface TravellerMail {
  readonly visit: {
    readonly title: string;
    readonly region: string;
    /** "Sunday 11 to Friday 16 March 2035" */
    readonly when: string;
  };
  readonly occasion: 'leader' | 'substitute' | 'withdrawn';
  readonly name: string;
  /** What is to be paid after a withdrawal: "£475.00". */
  readonly charged: string | null;
  readonly ownUrl: string;
  readonly siteUrl: string;
}

/** Writes to somebody who travels with a visit, or does no longer. */
export function travellerEmail(mail: TravellerMail): RenderedMail {
  const { visit, occasion, ownUrl, siteUrl } = mail;
  const title = shortened(visit.title, 120);
  const said = words(title)[occasion];
  return renderMail({
    subject: said.subject,
    title: said.title,
    preview: `${visit.when}, ${shortened(visit.region, 80)}`,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>{said.text}</MailText>
        <MailText>
          <strong>{occasion === 'withdrawn' ? 'It is:' : 'When:'}</strong> {visit.when}
        </MailText>
        <MailText>
          <strong>Where:</strong> {shortened(visit.region)}
        </MailText>
        {mail.charged !== null && (
          <MailText>
            By the visit’s rules {mail.charged} of the price stays to be paid. If you have paid more, we
            credit it.
          </MailText>
        )}
        {occasion !== 'withdrawn' && <MailButton href={ownUrl}>Open your page</MailButton>}
        {occasion !== 'withdrawn' && (
          <MailSmallPrint>The link is yours alone: do not pass it on.</MailSmallPrint>
        )}
      </>
    ),
    why: `You get this mail because you ${occasion === 'withdrawn' ? 'were to travel' : 'travel'} with ${title}.`,
    siteUrl,
  });
}

const words = (title: string) => ({
  leader: {
    subject: `You lead: ${title}`,
    title: 'You lead a visit',
    text: `you have been added to those who lead “${title}”. On your own page you see what we need of you, and when.`,
  },
  substitute: {
    subject: `You are coming: ${title}`,
    title: 'You are coming with us',
    text: `you come on “${title}” in the place of a colleague. On your own page you see what we need of you, and when.`,
  },
  withdrawn: {
    subject: `You do not travel any more: ${title}`,
    title: 'You do not travel any more',
    text: `you have been taken off those who travel with “${title}”, and the place goes to somebody else. We are sorry that you cannot come.`,
  },
});
