import { MailButton, MailSmallPrint, MailText, renderMail, shortened, type RenderedMail } from '#ui';
import type { ItemChange } from '../../itinerary/domain/published.js';
import { changeInShort } from '../in-words.js';
import { LiveChangeText } from './live-change-text.js';

export interface LiveChangeMail {
  /** Its title. */
  readonly visit: string;
  readonly name: string;
  /** Of the one item. */
  readonly change: ItemChange;
  /** The traveller’s own days, where they say that they have seen it. */
  readonly ownUrl: string;
  readonly siteUrl: string;
}

/** Tells a traveller at once of something that was changed on the way. */
export function liveChangeEmail({ visit, name, change, ownUrl, siteUrl }: LiveChangeMail): RenderedMail {
  const title = shortened(visit, 120);
  const short = changeInShort(change);
  return renderMail({
    subject: `Changed now: ${short}`,
    title: 'Changed now',
    preview: short,
    body: (
      <>
        <MailText>Hello {shortened(name)},</MailText>
        <MailText>something that you are to be at with “{title}” has just been changed:</MailText>
        <LiveChangeText change={change} />
        <MailText>
          Please say that you have seen it, so that nobody has to ring you. All that is planned for you is
          there, too.
        </MailText>
        <MailButton href={ownUrl}>See it and say so</MailButton>
        <MailSmallPrint>The link is yours alone: do not pass it on.</MailSmallPrint>
      </>
    ),
    why: `You get this mail because you travel with ${title}.`,
    siteUrl,
  });
}
