import { MailButton, MailText, plural, renderMail, shortened, type RenderedMail } from '#ui';
import { WhomToCall, type ShiftsMail } from './shifts.email.js';

export interface ShiftsGoneMail extends Pick<
  ShiftsMail,
  'exhibition' | 'name' | 'gone' | 'contacts' | 'ownUrl' | 'siteUrl'
> {
  /** Whether another mail tells of the shifts that they have instead. */
  readonly isMoreToCome: boolean;
}

/** Tells somebody which shifts they have no longer, and takes these out of their calendar. */
export function shiftsGoneEmail(mail: ShiftsGoneMail): RenderedMail {
  const { exhibition, gone, isMoreToCome, ownUrl, siteUrl } = mail;
  const title = shortened(exhibition.title, 120);
  const count = plural(gone.length, 'shift');
  return renderMail({
    subject: `You have ${count} less: ${title}`,
    title: gone.length === 1 ? 'A shift is not yours any more' : 'Some shifts are not yours any more',
    preview: `${count} ${gone.length === 1 ? 'taken out of' : 'cancelled in'} your calendar`,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>
          you are not on the stand at <strong>{title}</strong> any more at{' '}
          {gone.length === 1
            ? 'this time. What is attached takes it out of your calendar.'
            : 'these times. What is attached marks them as cancelled in your calendar.'}
        </MailText>
        {gone.slice(0, 30).map((when) => (
          <MailText>
            <strong>{when}</strong>
          </MailText>
        ))}
        {isMoreToCome && <MailText>Another mail tells you of the shifts that you have now.</MailText>}
        <WhomToCall contacts={mail.contacts} />
        <MailButton href={ownUrl}>See what you have now</MailButton>
      </>
    ),
    why: `You get this mail because you help on our stand at ${title}.`,
    siteUrl,
  });
}
