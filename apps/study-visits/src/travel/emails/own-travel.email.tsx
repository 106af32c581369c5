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
import type { LegChanges, ToldLeg } from '../domain/told-legs.js';

export interface OwnTravelMail {
  readonly visitTitle: string;
  readonly name: string;
  /** All that they take now, in the order in which they depart. */
  readonly legs: readonly ToldLeg[];
  /** Since they were told last; `null`: this is the first time. */
  readonly changes: LegChanges | null;
  /** What mail programs and travel apps read. */
  readonly jsonLd: readonly object[];
  readonly ownUrl: string;
  readonly siteUrl: string;
}

/** As many legs and changes as a mail has room for. */
const most = 12;
/** So long may one line be, in characters. */
const longestLine = 150;

/** Tells a traveller by what they travel, and what of that is different from what they were told before. */
export function ownTravelEmail(mail: OwnTravelMail): RenderedMail {
  const { legs, changes, ownUrl, siteUrl } = mail;
  const visit = shortened(mail.visitTitle, 120);
  const title = changes === null ? 'Your journey' : 'Your journey has changed';
  return renderMail({
    subject: `${title}: ${visit}`,
    title,
    preview: legs.length === 0 ? 'You are on none of the party’s legs.' : preview(legs),
    jsonLd: mail.jsonLd.slice(0, most),
    body: (
      <>
        <MailText>Hello {shortened(mail.name)},</MailText>
        <MailText>
          {changes === null
            ? `this is how you travel with the study visit “${visit}”. Each time is on the clock of the place it is about.`
            : `how you travel with the study visit “${visit}” is not as we told you before.`}
        </MailText>
        {changes !== null && (
          <>
            <MailHeading>What is different</MailHeading>
            {changeLines(changes)
              .slice(0, most)
              .map((line) => (
                <MailText>{line}</MailText>
              ))}
            {legs.length > 0 && <MailText>All your legs, as they are now:</MailText>}
          </>
        )}
        {legs.slice(0, most).map((leg) => (
          <>
            <MailHeading>{shortened(leg.title, longestLine)}</MailHeading>
            {Object.entries(leg.facts).map(([label, value]) => (
              <MailText>
                <strong>{label}:</strong> {shortened(value, longestLine)}
              </MailText>
            ))}
          </>
        ))}
        {legs.length > most && (
          <MailText>
            {plural(legs.length - most, 'more leg stands', 'more legs stand')} on your page.
          </MailText>
        )}
        <MailButton href={ownUrl}>See your journey</MailButton>
        <MailSmallPrint>
          The link is yours alone: do not pass it on. Your page always has the latest times; look at it before
          you leave.
        </MailSmallPrint>
      </>
    ),
    why: `You get this mail because you travel with the study visit ${visit}.`,
    siteUrl,
  });
}

const preview = ([first, ...others]: readonly ToldLeg[]): string =>
  [
    shortened(`${first?.title ?? ''}, ${first?.facts['Departs'] ?? ''}`, 120),
    ...(others.length === 0 ? [] : [`and ${plural(others.length, 'more leg')}`]),
  ].join(' ');

const changeLines = ({ added, removed, changed }: LegChanges): readonly string[] => [
  ...added.map((leg) => `You are on ${shortened(leg.title, longestLine)} now.`),
  ...removed.map((leg) => `You are not on ${shortened(leg.title, longestLine)} any more.`),
  ...changed.flatMap(({ leg, changes }) =>
    changes.map(({ field, before, after }) => {
      const was = before === '' ? '' : ` It was: ${shortened(before, longestLine)}.`;
      const is = after === '' ? 'is not said any more' : `is now: ${shortened(after, longestLine)}`;
      return `${shortened(leg.title, longestLine)}: “${field}” ${is}.${was}`;
    }),
  ),
];
