import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface SignedUpMail {
  readonly visit: { readonly title: string; readonly closes: string | null };
  /** Whom it is written to. */
  readonly name: string;
  /** Who signed them up. */
  readonly by: string;
  readonly organisation: string;
  readonly url: string;
  readonly siteUrl: string;
}

/** Tells somebody that their organisation has signed them up, and lets them complete their application. */
export function signedUpEmail({ visit, name, by, organisation, url, siteUrl }: SignedUpMail): RenderedMail {
  const title = shortened(visit.title, 120);
  return renderMail({
    subject: `Complete your application: ${title}`,
    title: 'Complete your application',
    preview: `${shortened(by, 60)} would like you to come along.`,
    body: (
      <>
        <MailText>Hello {shortened(name)},</MailText>
        <MailText>
          {shortened(by)} of {shortened(organisation)} has begun an application for you, for the study visit{' '}
          <strong>{title}</strong>. Only you can complete and submit it: say why you want to come, and what
          you will bring back.
        </MailText>
        {visit.closes !== null && (
          <MailText>
            <strong>Submit it before:</strong> {visit.closes}
          </MailText>
        )}
        <MailButton href={url}>Complete your application</MailButton>
        <MailText>
          You need no account. What you write is kept at each step. If you do not want to come, you can
          withdraw it with the same link.
        </MailText>
        <MailSmallPrint>
          The link is yours alone: do not pass it on. Until you submit it, {shortened(by)} and others who book
          for {shortened(organisation)} can read and change what stands in it, but for what you need to
          travel.
        </MailSmallPrint>
      </>
    ),
    why: 'You get this mail because your organisation would like you to take part in a study visit.',
    siteUrl,
  });
}
