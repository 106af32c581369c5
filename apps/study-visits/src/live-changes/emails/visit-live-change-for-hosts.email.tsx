import type { Contact } from '#checks';
import { MailText, renderMail, shortened, type RenderedMail } from '#ui';
import type { ItemChange } from '../../itinerary/domain/published.js';
import { changeInShort } from '../in-words.js';
import { LiveChangeText } from './live-change-text.js';

export interface LiveChangeForHostsMail {
  /** Its title. */
  readonly visit: string;
  readonly name: string;
  /** Of the one item. */
  readonly change: ItemChange;
  /** Whom they ring at the network. */
  readonly contacts: readonly Contact[];
  readonly siteUrl: string;
}

/** Tells whoever hosts something, or interprets there, at once of what was changed of it. */
export function liveChangeForHostsEmail({
  visit,
  name,
  change,
  contacts,
  siteUrl,
}: LiveChangeForHostsMail): RenderedMail {
  const title = shortened(visit, 120);
  const short = changeInShort(change);
  const ring = contacts.flatMap(({ name: who, phone, email }) => {
    const how = phone ?? email;
    return how === null ? [] : [`${shortened(who, 80)}, ${how}`];
  });
  return renderMail({
    subject: `Changed now: ${short}`,
    title: 'Changed now',
    preview: short,
    body: (
      <>
        <MailText>Hello {shortened(name)},</MailText>
        <MailText>something has just been changed in “{title}” that you expect us for:</MailText>
        <LiveChangeText change={change} />
        <MailText>
          {ring.length === 0
            ? 'If that does not suit you, please answer this mail at once.'
            : `If that does not suit you, please ring: ${ring.join('; ')}.`}
        </MailText>
      </>
    ),
    why: `You get this mail because you receive or interpret for ${title}.`,
    siteUrl,
  });
}
