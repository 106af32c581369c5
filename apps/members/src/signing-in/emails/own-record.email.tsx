import { MailButton, MailSmallPrint, MailText, renderMail, type RenderedMail } from '#ui';

export interface OwnRecordMail {
  /** The member organisation that the address belongs to. */
  readonly organisation: string;
  readonly link: string;
  readonly siteUrl: string;
}

/** The link with which somebody makes a record of their own whom we do not know, but whose organisation we do. */
export function ownRecordEmail({ organisation, link, siteUrl }: OwnRecordMail): RenderedMail {
  return renderMail({
    subject: 'Your record with Network events',
    title: 'Make your record',
    preview: `Your address is one of ${organisation}. This link works once, for 15 minutes.`,
    body: (
      <>
        <MailText>Hello,</MailText>
        <MailText>
          we do not know you yet, but your address is one of {organisation}, which belongs to the network.
          Open this link, press the button, and tell us your name and what you do there. Then you are signed
          in.
        </MailText>
        <MailButton href={link}>Make your record</MailButton>
        <MailText>
          The link works once, for 15 minutes. On another device than the one where you asked, you will need
          the code that is shown there.
        </MailText>
        <MailSmallPrint>
          Did you not ask for it? Then leave this mail be: nothing is kept of you. Do not pass the link on,
          and give the code to nobody.
        </MailSmallPrint>
      </>
    ),
    why: 'You get this mail because somebody, probably you, asked to sign in with this address.',
    siteUrl,
  });
}
