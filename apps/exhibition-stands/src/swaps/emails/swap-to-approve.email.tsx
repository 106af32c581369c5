import { MailButton, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface SwapToApproveMail {
  readonly exhibition: string;
  /** The two, and what each gives: "Ada Example: Sunday 26 September 2027, 9am to 11am" */
  readonly shifts: readonly string[];
  /** When the first of the shifts begins. */
  readonly until: string;
  /** Where staff decide; complete. */
  readonly decideUrl: string;
  readonly siteUrl: string;
}

/** Tells whoever looks after the stand that two of the team are agreed to swap. */
export function swapToApproveEmail(mail: SwapToApproveMail): RenderedMail {
  const title = shortened(mail.exhibition, 120);
  return renderMail({
    subject: `A swap of shifts to approve: ${title}`,
    title: 'A swap of shifts to approve',
    preview: mail.shifts.join('; '),
    body: (
      <>
        <MailText>Two who help on the stand at {title} are agreed to swap:</MailText>
        {mail.shifts.map((shift) => (
          <MailText>
            <strong>{shortened(shift, 200)}</strong>
          </MailText>
        ))}
        <MailText>
          They wait for your word. Until {mail.until}, when the first of the shifts begins, you can approve or
          refuse it; after that nothing comes of it.
        </MailText>
        <MailButton href={mail.decideUrl}>Look at it and decide</MailButton>
      </>
    ),
    why: `You get this mail because you are named as a contact of the stand at ${title}.`,
    siteUrl: mail.siteUrl,
  });
}
