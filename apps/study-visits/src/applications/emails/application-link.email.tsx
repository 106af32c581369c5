import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface ApplicationLinkMail {
  readonly visit: {
    readonly title: string;
    /** Until when one can apply; `null`: that is not said. */
    readonly closes: string | null;
  };
  readonly isSubmitted: boolean;
  readonly url: string;
  readonly siteUrl: string;
}

/** The link to somebody’s own application. It says nothing that was typed: anybody may have typed it, to have us write it. */
export function applicationLinkEmail({
  visit,
  isSubmitted,
  url,
  siteUrl,
}: ApplicationLinkMail): RenderedMail {
  const title = shortened(visit.title, 120);
  return renderMail({
    subject: `Your application: ${title}`,
    title: isSubmitted ? 'Your application' : 'Go on with your application',
    preview: isSubmitted ? 'Look at what you sent us.' : 'Your draft is kept; go on whenever you like.',
    body: (
      <>
        <MailText>Hello,</MailText>
        <MailText>
          {isSubmitted ? (
            <>
              here is the link to your application for <strong>{title}</strong>.
            </>
          ) : (
            <>
              here is the link to your draft for <strong>{title}</strong>. What you write is kept at each
              step, and you can go on whenever you like, on any device.
            </>
          )}
        </MailText>
        {!isSubmitted && visit.closes !== null && (
          <MailText>
            <strong>Submit it before:</strong> {visit.closes}
          </MailText>
        )}
        <MailButton href={url}>
          {isSubmitted ? 'Open your application' : 'Go on with your application'}
        </MailButton>
        <MailSmallPrint>
          The link is yours alone: do not pass it on. If it was not you who asked for it, you need do nothing.
        </MailSmallPrint>
      </>
    ),
    why: 'You get this mail because somebody gave your address to apply for a study visit.',
    siteUrl,
  });
}
