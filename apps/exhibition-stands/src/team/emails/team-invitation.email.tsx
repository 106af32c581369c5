import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface TeamInvitationMail {
  readonly exhibition: { readonly title: string; readonly when: string; readonly where: string };
  /** Whom it is written to. */
  readonly name: string;
  /** That they were asked before. */
  readonly isReminder: boolean;
  readonly ownUrl: string;
  readonly siteUrl: string;
}

/** Asks somebody when they can help on a stand. */
export function teamInvitationEmail({
  exhibition,
  name,
  isReminder,
  ownUrl,
  siteUrl,
}: TeamInvitationMail): RenderedMail {
  const title = shortened(exhibition.title, 120);
  return renderMail({
    subject: isReminder ? `When can you help at ${title}?` : `Help on our stand at ${title}`,
    title: 'When can you be on the stand?',
    preview: `${exhibition.when}, ${shortened(exhibition.where, 80)}`,
    body: (
      <>
        <MailText>Hello {shortened(name)},</MailText>
        <MailText>
          {isReminder ? (
            <>
              we asked you to help on our stand at <strong>{title}</strong>, and have not heard from you yet.
              It takes two minutes to say when you can come, or that you cannot.
            </>
          ) : (
            <>
              will you help on our stand at <strong>{title}</strong>? Say when you can come, and we plan who
              is there when.
            </>
          )}
        </MailText>
        <MailText>
          <strong>When:</strong> {exhibition.when}
        </MailText>
        <MailText>
          <strong>Where:</strong> {shortened(exhibition.where)}
        </MailText>
        <MailButton href={ownUrl}>Say when you can come</MailButton>
        <MailText>
          You need no account, and you can change what you said with the same link. If you cannot come at all,
          the page has a button for that, too.
        </MailText>
        <MailSmallPrint>The link is yours alone: do not pass it on.</MailSmallPrint>
      </>
    ),
    why: 'You get this mail because the network’s staff would like you to help on a stand.',
    siteUrl,
  });
}
