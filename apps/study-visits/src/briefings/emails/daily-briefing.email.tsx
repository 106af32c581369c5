import { Temporal } from 'temporal-polyfill';
import {
  dateInWords,
  MailButton,
  MailHeading,
  MailSmallPrint,
  MailText,
  plural,
  renderMail,
  shortened,
  type RenderedMail,
} from '#ui';
import type { ItemChange } from '../../itinerary/domain/published.js';
import { MailChanges } from '../../itinerary/emails/mail-changes.js';
import type { Paper, PaperEntry, PaperFact } from '../../papers/domain/paper.js';

export interface DailyBriefingMail {
  readonly visitTitle: string;
  readonly name: string;
  /** ISO */
  readonly day: string;
  /** Whether it is the day itself already. */
  readonly isToday: boolean;
  /** As it is kept. */
  readonly paper: Paper;
  /** What of this day is different from what they know, as far as they have not said that they have seen it. */
  readonly changes: readonly ItemChange[];
  /** What mail programs and travel apps read. */
  readonly jsonLd: readonly object[];
  readonly ownUrl: string;
  readonly pdfUrl: string;
  readonly siteUrl: string;
}

/** As many things and changes as a mail has room for. */
const most = 12;
/** So long may one fact be, in characters. */
const longestFact = 300;

/** Tells a traveller the evening before what a day is like. */
export function dailyBriefingEmail(mail: DailyBriefingMail): RenderedMail {
  const { paper, changes, ownUrl, pdfUrl, siteUrl, day, isToday } = mail;
  const visit = shortened(mail.visitTitle, 120);
  const when = isToday ? 'Today' : 'Tomorrow';
  const date = dateInWords(Temporal.PlainDate.from(day));
  const about = paper.about.filter(([name]) => name !== 'For');
  const [things, ...others] = paper.sections;
  return renderMail({
    subject: `${when}, ${date}: ${visit}`,
    title: `${when}, ${date}`,
    preview: shortened(about.find(([name]) => name === 'First')?.[1] ?? '', 150),
    jsonLd: mail.jsonLd,
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>{`this is your day with “${visit}”. Each time is on the clock of the place it is about.`}</MailText>
        <Facts facts={about} />
        {changes.length > 0 && (
          <>
            <MailHeading>What is different from what you were told before</MailHeading>
            <MailChanges changes={changes.slice(0, most)} />
          </>
        )}
        <Entries entries={(things?.entries ?? []).filter(({ cancelled }) => cancelled === undefined)} />
        {others.map(({ title, entries }) => (
          <>
            <MailHeading>{title}</MailHeading>
            {entries.slice(0, most).map(({ title: who, facts }) => (
              <MailText>
                <strong>{shortened(who, 120)}</strong>
                {`, ${facts.map(([, value]) => shortened(value, 120)).join(', ')}`}
              </MailText>
            ))}
          </>
        ))}
        <MailButton href={ownUrl}>See your day</MailButton>
        <MailText>
          <a href={pdfUrl}>Take it with you as a PDF</a>
        </MailText>
        <MailSmallPrint>
          The links are yours alone: do not pass them on. Your page always has the latest times.
        </MailSmallPrint>
      </>
    ),
    why: `You get this mail because you travel with the study visit ${visit}. There is one for each day of it.`,
    siteUrl,
  });
}

const Facts = ({ facts }: { readonly facts: readonly PaperFact[] }) => (
  <>
    {facts
      .filter(([, value]) => value !== '')
      .map(([name, value]) => (
        <MailText>
          <strong>{name}:</strong> {shortened(value, longestFact)}
        </MailText>
      ))}
  </>
);

const Entries = ({ entries }: { readonly entries: readonly PaperEntry[] }) => (
  <>
    {entries.slice(0, most).map(({ time, title, facts, text }) => (
      <>
        <MailHeading>{`${time}: ${shortened(title, 120)}`}</MailHeading>
        <Facts facts={facts} />
        {text !== '' && <MailText>{shortened(text, 600)}</MailText>}
      </>
    ))}
    {entries.length > most && (
      <MailText>
        {plural(entries.length - most, 'more thing stands', 'more things stand')} on your page.
      </MailText>
    )}
  </>
);
