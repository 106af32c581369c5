import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface ExpenseMail {
  readonly occasion: 'refused' | 'paid';
  readonly name: string;
  readonly visitTitle: string;
  readonly number: number;
  readonly what: string;
  /** "€12.50" */
  readonly amount: string;
  /** "£10.68" */
  readonly pounds: string;
  /** Why it was refused; empty otherwise. */
  readonly why: string;
  readonly url: string;
  readonly siteUrl: string;
}

/** Tells whoever claims an expense that it was refused, or that it is paid back. */
export function expenseEmail(mail: ExpenseMail): RenderedMail {
  const { occasion, number, amount, pounds, url, siteUrl } = mail;
  const title = shortened(mail.visitTitle, 120);
  const isRefused = occasion === 'refused';
  const heading = isRefused ? 'An expense was refused' : 'An expense is paid back';
  return renderMail({
    subject: `${heading}: ${pounds}, ${title}`,
    title: heading,
    preview: `${shortened(mail.what, 80)}, ${amount}`,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>
          {isRefused
            ? `we looked at an expense of yours for “${title}” and did not agree to it.`
            : `we have paid back what you spent for “${title}”. It is with you in a few days.`}
        </MailText>
        <MailText>
          <strong>No. {number}:</strong> {shortened(mail.what)}
        </MailText>
        <MailText>
          <strong>Amount:</strong> {amount === pounds ? pounds : `${amount}, which is ${pounds}`}
        </MailText>
        {isRefused && (
          <MailText>
            <strong>Why:</strong> {shortened(mail.why, 500)}
          </MailText>
        )}
        {isRefused && (
          <MailText>
            You can change it and send it again: add the receipt, or what else is missing. If you think that
            we are wrong, answer this mail.
          </MailText>
        )}
        <MailButton href={url}>Look at the expense</MailButton>
        <MailSmallPrint>The link is yours alone: do not pass it on.</MailSmallPrint>
      </>
    ),
    why: `You get this mail because you claimed an expense of ${title}.`,
    siteUrl,
  });
}
