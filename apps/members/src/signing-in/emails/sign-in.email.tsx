import { MailButton, MailSmallPrint, MailText, renderMail, type RenderedMail } from '#ui';

export interface SignInMail {
  /** What the person likes to be called. */
  readonly name: string;
  readonly link: string;
  readonly siteUrl: string;
}

/** The link with which somebody signs in whom we know. */
export function signInEmail({ name, link, siteUrl }: SignInMail): RenderedMail {
  return renderMail({
    subject: 'Sign in to Network events',
    title: 'Sign in',
    preview: 'Your link to sign in. It works once, for 15 minutes.',
    body: (
      <>
        <MailText>Hello {name},</MailText>
        <MailText>open this link and press the button on the page that it leads to:</MailText>
        <MailButton href={link}>Sign in</MailButton>
        <MailText>
          The link works once, for 15 minutes. On another device than the one where you asked, you will need
          the code that is shown there.
        </MailText>
        <MailSmallPrint>
          Did you not ask to sign in? Then leave this mail be: nobody gets in without it. Do not pass the link
          on, and give the code to nobody.
        </MailSmallPrint>
      </>
    ),
    why: 'You get this mail because somebody, probably you, asked to sign in with this address.',
    siteUrl,
  });
}
