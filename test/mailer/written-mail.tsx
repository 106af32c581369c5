import { MailText, renderMail, type RenderedMail } from '#ui';

/** A mail as an app writes it: with places for what the mailer puts in. */
export function writtenMail(subject: string, words = 'It is in Cardiff now.'): RenderedMail {
  return renderMail({
    subject,
    title: subject,
    preview: words,
    body: <MailText>{words}</MailText>,
    why: 'You get this mail because you follow the event.',
    siteUrl: 'https://events.example.org',
  });
}
