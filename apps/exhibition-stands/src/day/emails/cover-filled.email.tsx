import { MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface CoverFilledMail {
  readonly exhibition: string;
  readonly name: string;
  readonly when: string;
  readonly siteUrl: string;
}

/** Tells those who were asked, too, that somebody has the shift. */
export function coverFilledEmail(mail: CoverFilledMail): RenderedMail {
  const title = shortened(mail.exhibition, 120);
  return renderMail({
    subject: `Somebody has stepped in: ${shortened(mail.when, 80)}`,
    title: 'Somebody has stepped in',
    preview: 'You need not do anything',
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>
          we asked you whether you could step in on our stand at <strong>{title}</strong>: {mail.when}.
          Somebody has the shift now, so you need not do anything. Thank you for being there to be asked.
        </MailText>
      </>
    ),
    why: `You get this mail because we asked you to step in on our stand at ${title}.`,
    siteUrl: mail.siteUrl,
  });
}
