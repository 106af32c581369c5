import { MailButton, MailSmallPrint, MailText, plural, renderMail, shortened, type RenderedMail } from '#ui';
import type { ItemChange } from '../domain/published.js';
import { MailChanges } from './mail-changes.js';

export interface ItineraryMail {
  /** Its title. */
  readonly visit: string;
  readonly name: string;
  /** Of their own days. */
  readonly changes: readonly ItemChange[];
  /** Whether they hear of their days for the first time. */
  readonly isFirst: boolean;
  /** What mail programs and travel apps read. */
  readonly jsonLd: readonly object[];
  readonly ownUrl: string;
  readonly siteUrl: string;
}

/** So many changes are told in the mail itself. */
const mostTold = 12;

/** Tells a traveller what is planned for them, or what is different of it. */
export function itineraryEmail({
  visit,
  name,
  changes,
  isFirst,
  jsonLd,
  ownUrl,
  siteUrl,
}: ItineraryMail): RenderedMail {
  const title = shortened(visit, 120);
  const told = isFirst ? [] : changes.slice(0, mostTold);
  const more = changes.length - told.length;
  return renderMail({
    subject: isFirst ? `Your days: ${title}` : `Your days have changed: ${title}`,
    title: isFirst ? 'Your days are here' : 'Your days have changed',
    preview: isFirst
      ? `What is planned for you: ${plural(changes.length, 'item')}`
      : plural(changes.length, 'change'),
    jsonLd,
    body: (
      <>
        <MailText>Hello {shortened(name)},</MailText>
        <MailText>
          {isFirst
            ? `what is planned for you on “${title}” is on your own page: where you are to be, when, and how to get there.`
            : `something is different in what is planned for you on “${title}”:`}
        </MailText>
        <MailChanges changes={told} />
        {!isFirst && more > 0 && <MailText>And {plural(more, 'more change')}, on your page.</MailText>}
        <MailButton href={ownUrl}>
          {isFirst ? 'See your days' : 'See your days and say that you have seen it'}
        </MailButton>
        <MailSmallPrint>The link is yours alone: do not pass it on.</MailSmallPrint>
      </>
    ),
    why: `You get this mail because you travel with ${title}.`,
    siteUrl,
  });
}
