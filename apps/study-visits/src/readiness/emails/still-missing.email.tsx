import { MailButton, MailSmallPrint, MailText, plural, renderMail, shortened, type RenderedMail } from '#ui';
import type { MarkStatus, ReadinessItem } from '../domain/item.js';
import { statusWords, taskWords } from '../in-words.js';

export interface StillMissingMail {
  readonly visit: { readonly title: string; readonly when: string };
  readonly name: string;
  readonly open: readonly { readonly item: ReadinessItem; readonly status: MarkStatus }[];
  readonly ownUrl: string;
  readonly siteUrl: string;
}

/** Asks a traveller for what is still missing of them. It says nothing of what they told. */
export function stillMissingEmail({ visit, name, open, ownUrl, siteUrl }: StillMissingMail): RenderedMail {
  const title = shortened(visit.title, 120);
  return renderMail({
    subject: `${plural(open.length, 'thing')} to do before ${title}`,
    title: 'Before you leave',
    preview: open.map(({ item }) => taskWords[item]).join(', '),
    body: (
      <>
        <MailText>Hello {shortened(name)},</MailText>
        <MailText>
          you travel with us to <strong>{title}</strong>, {visit.when}. We still need:
        </MailText>
        {open.map(({ item, status }) => (
          <MailText>
            <strong>{taskWords[item]}:</strong> {statusWords[status].toLowerCase()}
          </MailText>
        ))}
        <MailButton href={ownUrl}>Do it now</MailButton>
        <MailText>
          It takes a few minutes, and you need no account. Once it is all done we do not ask again.
        </MailText>
        <MailSmallPrint>The link is yours alone: do not pass it on.</MailSmallPrint>
      </>
    ),
    why: 'You get this mail because you travel with a study visit of the network.',
    siteUrl,
  });
}
