import { MailButton, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface IncidentMail {
  readonly name: string;
  readonly visitTitle: string;
  readonly url: string;
  readonly siteUrl: string;
}

/** Tells that there is something new to read; what it is stands behind the sign-in alone. */
export function incidentEmail({ name, visitTitle, url, siteUrl }: IncidentMail): RenderedMail {
  const title = shortened(visitTitle, 120);
  return renderMail({
    subject: `Something new to read: ${title}`,
    title: 'There is something new',
    preview: 'Sign in to read it.',
    body: (
      <>
        <MailText>Hello {shortened(name)},</MailText>
        <MailText>
          there is something new on “{title}” that only those who are named for it can read. Sign in to read
          it; that you did is noted.
        </MailText>
        <MailButton href={url}>Read it</MailButton>
      </>
    ),
    why: `You get this mail because an administrator has named you for ${title}.`,
    siteUrl,
  });
}
