import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { groundClass, inkClass, lightMail } from './mail-colours.js';
import { webAddress } from './mail-blocks.js';
import { htmlPlaces, textPlaces, type MailPlace } from './mail-places.js';
import { inlineText } from './mail-text.js';
import { wrapLines } from './wrap-lines.js';
import type { RenderedMail } from './render-mail.js';

/** What is known only when a mail is sent, and only of this reader. */
export interface Completion {
  /** What the mail says before everything else, a sentence: "This reminder comes late: …". */
  readonly notice?: string;
  /** Where the reader ends mails of this kind, a complete web address. */
  readonly stopUrl?: string;
}

const stopWords = 'Stop these mails';

function Notice({ words }: { readonly words: string }) {
  return (
    <p
      class={`${groundClass('panel')} ${inkClass('text')}`}
      style={{
        margin: '0 0 16px',
        padding: '12px 16px',
        borderRadius: '4px',
        backgroundColor: lightMail.panel,
        color: lightMail.text,
        fontSize: '18px',
        fontWeight: 'bold',
        lineHeight: '1.5',
      }}
    >
      {words}
    </p>
  );
}

function Stop({ href }: { readonly href: string }) {
  return (
    <p
      class={inkClass('quiet')}
      style={{ margin: '0 0 8px', fontSize: '14px', lineHeight: '1.5', color: lightMail.quiet }}
    >
      <a
        href={href}
        class={inkClass('link')}
        style={{ color: lightMail.link, textDecoration: 'underline', padding: '4px 0' }}
      >
        {stopWords}
      </a>
    </p>
  );
}

/** Fills a place or removes it. What is put in is taken as it is, `$` too. */
function put(html: string, place: MailPlace, element: VNode | null): string {
  return html.replace(htmlPlaces[place], () => (element === null ? '' : renderToString(element)));
}

function putText(text: string, place: MailPlace, paragraph: string | null): string {
  return text.replace(`${textPlaces[place]}\n\n`, () => (paragraph === null ? '' : `${paragraph}\n\n`));
}

/**
 * Puts what is known only at sending into the places that `renderMail` left, in both forms, and removes the places that stay
 * empty.
 *
 * @throws Error when there is something to put in and the mail has no place for it, since it was not made by `renderMail`;
 *   or when the address is none of the web
 */
export function completeMail(mail: RenderedMail, { notice, stopUrl }: Completion): RenderedMail {
  for (const [place, words] of [
    ['notice', notice],
    ['stop', stopUrl],
  ] as const) {
    const hasPlace = mail.html.includes(htmlPlaces[place]) && mail.text.includes(textPlaces[place]);
    if (words !== undefined && !hasPlace) throw new Error(`the mail has no place for its ${place}`);
  }
  const stop = stopUrl === undefined ? null : webAddress(stopUrl);
  const html = put(mail.html, 'notice', notice === undefined ? null : <Notice words={notice} />);
  const text = putText(mail.text, 'notice', notice === undefined ? null : wrapLines(inlineText(notice)));
  return {
    subject: mail.subject,
    html: put(html, 'stop', stop === null ? null : <Stop href={stop} />),
    text: putText(text, 'stop', stop === null ? null : `${stopWords}:\n${stop}`),
  };
}
