import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';

export interface SwapAskedMail {
  readonly exhibition: string;
  readonly name: string;
  readonly asker: string;
  /** What the asker gives: "Sunday 26 September 2027, 9am to 11am" */
  readonly gives: string;
  /** What they would get for it; `null`: nothing. */
  readonly gets: string | null;
  readonly where: string;
  /** Empty where nothing. */
  readonly note: string;
  /** Whether staff decide once both are agreed. */
  readonly needsApproval: boolean;
  /** Until when there is an answer of use. */
  readonly until: string;
  readonly answerUrl: string;
  readonly siteUrl: string;
}

/** Asks somebody of the team whether they swap a shift, or take one. */
export function swapAskedEmail(mail: SwapAskedMail): RenderedMail {
  const title = shortened(mail.exhibition, 120);
  const asker = shortened(mail.asker, 60);
  return renderMail({
    subject:
      mail.gets === null
        ? `${asker} asks whether you could take a shift`
        : `${asker} asks you to swap a shift`,
    title: mail.gets === null ? 'Could you take a shift?' : 'Would you swap a shift?',
    preview: `${title}: ${mail.gives}`,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>
          {mail.gets === null
            ? `${asker} cannot do a shift on our stand at ${title} and asks whether you could take it:`
            : `${asker}, who helps on our stand at ${title}, as you do, asks you to swap. You would get:`}
        </MailText>
        <MailText>
          <strong>{mail.gives}</strong>
        </MailText>
        {mail.gets !== null && (
          <>
            <MailText>and give this shift of yours for it:</MailText>
            <MailText>
              <strong>{mail.gets}</strong>
            </MailText>
          </>
        )}
        <MailText>{shortened(mail.where)}</MailText>
        {mail.note !== '' && <MailText>They write: “{shortened(mail.note, 500)}”</MailText>}
        <MailText>
          By what you told us, you could. Nothing changes until you say yes
          {mail.needsApproval ? ' and whoever looks after the stand has approved it' : ''}. Tell them by{' '}
          {mail.until}; a no helps, too.
        </MailText>
        <MailButton href={mail.answerUrl}>Yes or no</MailButton>
        <MailSmallPrint>The link is yours alone: do not pass it on.</MailSmallPrint>
      </>
    ),
    why: `You get this mail because you help on our stand at ${title}.`,
    siteUrl: mail.siteUrl,
  });
}
