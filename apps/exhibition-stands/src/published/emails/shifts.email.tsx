import {
  MailButton,
  MailHeading,
  MailSmallPrint,
  MailText,
  plural,
  renderMail,
  shortened,
  type RenderedMail,
} from '#ui';
import { asSentence } from '../domain/words.js';
import { withWhomInWords } from '../shift-entry.js';

/** A shift as its owner reads of it. */
export interface ShiftInMail {
  /** "Sunday 26 September 2027, 9am to 11am" */
  readonly when: string;
  /** "Reception"; empty for the usual. */
  readonly label: string;
  readonly isLead: boolean;
  /** `null`: not known yet. */
  readonly where: string | null;
  readonly withWhom: readonly string[];
}

export interface ShiftsMail {
  readonly exhibition: { readonly title: string; readonly when: string; readonly where: string };
  readonly name: string;
  /** Whether they are told of shifts there for the first time. */
  readonly isFirst: boolean;
  readonly added: readonly ShiftInMail[];
  /** What they were told, and what it is now. */
  readonly changed: readonly { readonly before: string; readonly after: ShiftInMail }[];
  /** When the shifts were that they have no longer. */
  readonly gone: readonly string[];
  /** Whom to call, each in words. */
  readonly contacts: readonly string[];
  readonly ownUrl: string;
  readonly siteUrl: string;
}

/** How many shifts a mail lists of each kind; the page has all. */
const mostListed = 30;

/** Tells somebody of their shifts on a stand: all of them the first time, later what is different. */
export function shiftsEmail(mail: ShiftsMail): RenderedMail {
  const { exhibition, isFirst, added, changed, gone, ownUrl, siteUrl } = mail;
  const title = shortened(exhibition.title, 120);
  return renderMail({
    subject: isFirst ? `Your shifts on our stand: ${title}` : `Your shifts have changed: ${title}`,
    title: isFirst ? 'Your shifts on the stand' : 'Your shifts have changed',
    preview: isFirst
      ? `${plural(added.length, 'shift')}, ${exhibition.when}`
      : `${title}: what is different for you`,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>
          {isFirst ? (
            <>
              thank you for helping on our stand at <strong>{title}</strong>. You have{' '}
              {plural(added.length, 'shift')}. They are attached for your calendar.
            </>
          ) : (
            <>
              something about your shifts on our stand at <strong>{title}</strong> is different now. What is
              attached puts your calendar right.
            </>
          )}
        </MailText>
        {added.length > 0 && !isFirst && <MailHeading>New</MailHeading>}
        {added.slice(0, mostListed).map((shift) => (
          <Shift shift={shift} />
        ))}
        {changed.length > 0 && <MailHeading>Changed</MailHeading>}
        {changed.slice(0, mostListed).map(({ before, after }) => (
          <>
            {before !== after.when && <MailText>Until now: {before}</MailText>}
            <Shift shift={after} />
          </>
        ))}
        {gone.length > 0 && <MailHeading>Not yours any more</MailHeading>}
        {gone.slice(0, mostListed).map((when) => (
          <MailText>{when}</MailText>
        ))}
        {Math.max(added.length, changed.length, gone.length) > mostListed && (
          <MailText>There are more: your page lists them all.</MailText>
        )}
        <WhomToCall contacts={mail.contacts} />
        <MailButton href={ownUrl}>See all your shifts</MailButton>
        <MailSmallPrint>The link is yours alone: do not pass it on.</MailSmallPrint>
      </>
    ),
    why: `You get this mail because you help on our stand at ${title}.`,
    siteUrl,
  });
}

function Shift({ shift: { when, label, isLead, where, withWhom } }: { readonly shift: ShiftInMail }) {
  return (
    <>
      <MailText>
        <strong>
          {when}
          {label === '' ? '' : `: ${shortened(label, 80)}`}
        </strong>
      </MailText>
      <MailText>
        {where === null ? 'We will tell you where the stand is.' : asSentence(shortened(where))}{' '}
        {isLead ? 'You lead this shift. ' : ''}
        {withWhomInWords(withWhom.map((name) => shortened(name, 60)))}
      </MailText>
    </>
  );
}

/** Whom a volunteer calls when something goes wrong; nothing while nobody is named. */
export function WhomToCall({ contacts }: { readonly contacts: readonly string[] }) {
  if (contacts.length === 0) return null;
  return (
    <>
      <MailHeading>Whom to call</MailHeading>
      {contacts.slice(0, 10).map((contact) => (
        <MailText>{shortened(contact, 200)}</MailText>
      ))}
    </>
  );
}
