import {
  MailButton,
  MailHeading,
  MailSmallPrint,
  MailText,
  renderMail,
  shortened,
  type RenderedMail,
} from '#ui';

export interface DelegateConfirmedMail {
  readonly conference: { readonly title: string; readonly when: string; readonly where: string };
  readonly reference: string;
  readonly name: string;
  /** Who booked for them; `null`: they did so themselves. */
  readonly bookedBy: string | null;
  /** Whose place they take; without it, it was booked for them. */
  readonly insteadOf?: string;
  /** The ticket and the add-ons, by name. */
  readonly has: readonly string[];
  /** What they answered; nothing of the special categories, which a mail is no place for. */
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  /** There are answers that the mail leaves out. */
  readonly hasMoreAnswers: boolean;
  readonly changesUntil: string | null;
  /** The delegate's own page. */
  readonly ownUrl: string;
  readonly siteUrl: string;
}

/** As many answers as are of use in a mail, and as long; the page has all. */
const mostAnswers = 15;
const longestAnswer = 300;

/** Tells a delegate that they are registered; the conference for their calendar goes with it. */
export function delegateConfirmedEmail(mail: DelegateConfirmedMail): RenderedMail {
  const { conference, reference, ownUrl, siteUrl, bookedBy } = mail;
  const title = shortened(conference.title, 120);
  const answers = mail.answers.slice(0, mostAnswers);
  const areSomeLeftOut = mail.hasMoreAnswers || mail.answers.length > answers.length;
  return renderMail({
    subject: `You are registered: ${title}`,
    title: 'You are registered',
    preview: conference.when,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>
          {howTheyHave(mail)} a place at <strong>{title}</strong>. What is attached puts it into your
          calendar.
        </MailText>
        <MailText>
          <strong>When:</strong> {conference.when}
        </MailText>
        <MailText>
          <strong>Where:</strong> {shortened(conference.where)}
        </MailText>
        <MailText>
          <strong>You have booked:</strong> {shortened(mail.has.join(', '))}
        </MailText>
        <MailText>
          <strong>Reference:</strong> {reference}
        </MailText>
        {answers.length > 0 && <MailHeading>What you told us</MailHeading>}
        {answers.map(({ question, answer }) => (
          <MailText>
            <strong>{shortened(question)}</strong> {shortened(answer, longestAnswer)}
          </MailText>
        ))}
        {areSomeLeftOut && (
          <MailSmallPrint>
            Some answers are not in this mail, because they are private or long: you find them on your page.
          </MailSmallPrint>
        )}
        <MailHeading>If something changes</MailHeading>
        <MailText>
          {mail.changesUntil === null
            ? 'On your page you can change your details and answers.'
            : `On your page you can change your details and answers until ${mail.changesUntil}.`}{' '}
          If you cannot come, tell whoever booked for you: somebody else may take your place.
        </MailText>
        <MailButton href={ownUrl}>See or change your details</MailButton>
        <MailSmallPrint>The link is yours alone: do not pass it on.</MailSmallPrint>
      </>
    ),
    why: `You get this mail because ${bookedBy === null ? 'you' : 'somebody'} booked a place at ${title} with this address.`,
    siteUrl,
  });
}

function howTheyHave({ bookedBy, insteadOf }: DelegateConfirmedMail): string {
  if (insteadOf !== undefined) return `you take the place of ${shortened(insteadOf, 80)}, so you have`;
  return bookedBy === null ? 'you have' : `${shortened(bookedBy)} has booked for you: you have`;
}
