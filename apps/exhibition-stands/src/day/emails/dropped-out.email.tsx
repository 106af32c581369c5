import { MailButton, MailLink, MailText, plural, renderMail, shortened, type RenderedMail } from '#ui';

export interface DroppedOutMail {
  readonly exhibition: string;
  readonly who: string;
  /** At least one, in the order in which they begin. */
  readonly shifts: readonly {
    /** "Sunday 26 September 2027, 9am to 11am" */
    readonly when: string;
    /** Where staff find somebody else; complete. */
    readonly coverUrl: string;
  }[];
  /** Empty where they did not say. */
  readonly reason: string;
  /** Where all that nobody has is listed; complete. */
  readonly todayUrl: string;
  readonly siteUrl: string;
}

/** Tells whoever looks after the stand that somebody cannot do a shift, or any of theirs. */
export function droppedOutEmail(mail: DroppedOutMail): RenderedMail {
  const title = shortened(mail.exhibition, 120);
  const { shifts } = mail;
  const [first] = shifts;
  const isOne = shifts.length === 1;
  return renderMail({
    subject: `${shortened(mail.who, 60)} cannot do ${isOne ? 'a shift' : plural(shifts.length, 'shift')}: ${title}`,
    title: isOne ? 'Somebody cannot do a shift' : 'Somebody cannot do any of their shifts',
    preview: isOne ? (first?.when ?? '') : `${plural(shifts.length, 'place')} free`,
    body: (
      <>
        <MailText>
          <strong>{shortened(mail.who)}</strong> cannot be on the stand at {title}:
        </MailText>
        {shifts.slice(0, 30).map(({ when, coverUrl }) => (
          <MailText>
            <strong>{isOne ? when : <MailLink href={coverUrl}>{when}</MailLink>}</strong>
          </MailText>
        ))}
        {mail.reason !== '' && <MailText>They say: “{shortened(mail.reason, 300)}”</MailText>}
        <MailText>
          {isOne
            ? 'The place is free. The page shows who could step in, and asks them for you.'
            : 'These places are free. The page of each shows who could step in, and asks them for you.'}
        </MailText>
        <MailButton href={isOne ? (first?.coverUrl ?? mail.todayUrl) : mail.todayUrl}>
          {isOne ? 'Find somebody else' : 'See what is free'}
        </MailButton>
      </>
    ),
    why: `You get this mail because you are named as a contact of the stand at ${title}.`,
    siteUrl: mail.siteUrl,
  });
}
