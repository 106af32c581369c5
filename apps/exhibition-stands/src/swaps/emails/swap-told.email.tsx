import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface SwapToldMail {
  readonly exhibition: string;
  readonly name: string;
  /** "Bo Example cannot swap" */
  readonly title: string;
  /** What has become of it, in sentences. */
  readonly says: string;
  /** What each would have given: "Ada Example: Sunday 26 September 2027, 9am to 11am" */
  readonly shifts: readonly string[];
  /** Why staff decided so; empty where they did not say. */
  readonly reason: string;
  /** Their own page, or the swap on it; complete. */
  readonly ownUrl: string;
  readonly siteUrl: string;
}

/** Tells one of two what has become of a swap. That they have swapped, the mail about their shifts tells. */
export function swapToldEmail(mail: SwapToldMail): RenderedMail {
  const title = shortened(mail.exhibition, 120);
  return renderMail({
    subject: `${shortened(mail.title, 80)}: ${title}`,
    title: shortened(mail.title, 80),
    preview: mail.says,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>this is about a swap of shifts on our stand at {title}:</MailText>
        {mail.shifts.map((shift) => (
          <MailText>
            <strong>{shortened(shift, 200)}</strong>
          </MailText>
        ))}
        <MailText>{mail.says}</MailText>
        {mail.reason !== '' && <MailText>The reason given: “{shortened(mail.reason, 500)}”</MailText>}
        <MailButton href={mail.ownUrl}>See your shifts</MailButton>
        <MailSmallPrint>The link is yours alone: do not pass it on.</MailSmallPrint>
      </>
    ),
    why: `You get this mail because you help on our stand at ${title}.`,
    siteUrl: mail.siteUrl,
  });
}
