import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { escapeHtml } from '../chrome/escape-html.js';
import { mailFont } from './mail-blocks.js';
import { darkStyles, groundClass, inkClass, lightMail } from './mail-colours.js';
import { jsonLdScript } from '../layout/json-ld.js';
import { htmlPlaces, roomForWords, textPlaces } from './mail-places.js';
import { inlineText, textOf } from './mail-text.js';
import { wrapLines } from './wrap-lines.js';

/** Who writes. */
const brand = 'Network events';
const network = 'Co-operative Councils’ Innovation Network';

/** Programs cut off what is much longer, in bytes. */
const largest = 60_000;

/** A mail, from what it is called to why it was sent. */
export interface Mail {
  /** One line. */
  readonly subject: string;
  /** The heading of the mail itself. */
  readonly title: string;
  /** What lists of mails show beside the subject: the mail in a sentence. */
  readonly preview: string;
  /** Mail blocks only: MailText, MailButton, MailCode, MailHeading, MailSmallPrint. */
  readonly body: ComponentChildren;
  /** What it says for programs that read mails: schema.org descriptions of what is booked. */
  readonly jsonLd?: readonly object[];
  /** Why the reader gets it, a sentence: "You get this mail because somebody, probably you, asked to sign in." */
  readonly why: string;
  /** The site's own address. */
  readonly siteUrl: string;
}

/** A mail as it is sent. */
export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** A line break in a subject could begin a header of somebody else's choosing. */
const controls = /\p{Cc}|[\u2028\u2029]/u;

/** Turn around the words that follow, so that a name reads as what it is not. Right-to-left words need none of them. */
const turns = /[\u202A-\u202E\u2066-\u2069]/g;

/** Where `completeMail` puts something in; an element without a look when there is nothing to put in. */
function Place({ mark }: { readonly mark: string }) {
  return <div dangerouslySetInnerHTML={{ __html: mark }} />;
}

function Document({ mail }: { readonly mail: Mail }) {
  // Long words and addresses break rather than make a phone scroll; mail programs know one or the other.
  const breaking = { overflowWrap: 'anywhere', wordBreak: 'break-word' };
  const cell = { fontFamily: mailFont, padding: '24px 20px', ...breaking };
  const footer = { margin: '0 0 8px', fontSize: '14px', lineHeight: '1.5', color: lightMail.quiet };
  return (
    <div
      role="article"
      aria-roledescription="email"
      aria-label={mail.title}
      lang="en-GB"
      class={`${groundClass('page')} ${inkClass('text')}`}
      style={{ backgroundColor: lightMail.page, color: lightMail.text, fontFamily: mailFont }}
    >
      <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{mail.preview}</div>
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
        <tr>
          <td align="center">
            <table
              role="presentation"
              width="600"
              cellpadding="0"
              cellspacing="0"
              style={{ width: '100%', maxWidth: '600px', textAlign: 'left' }}
            >
              <tr>
                <td style={cell}>
                  <p
                    class={`${inkClass('brand')} m-line`}
                    style={{
                      margin: '0 0 24px',
                      padding: '0 0 12px',
                      borderBottom: `1px solid ${lightMail.border}`,
                      fontSize: '16px',
                      fontWeight: 'bold',
                      lineHeight: '1.25',
                      color: lightMail.brand,
                    }}
                  >
                    {brand}
                  </p>
                  <h1
                    class={inkClass('text')}
                    style={{ margin: '0 0 16px', fontSize: '28px', lineHeight: '1.2', color: lightMail.text }}
                  >
                    {mail.title}
                  </h1>
                  <Place mark={htmlPlaces.notice} />
                  {mail.body}
                  <div
                    class="m-line"
                    style={{
                      margin: '32px 0 0',
                      padding: '16px 0 0',
                      borderTop: `1px solid ${lightMail.border}`,
                    }}
                  >
                    <p class={inkClass('quiet')} style={footer}>
                      {mail.why}
                    </p>
                    <Place mark={htmlPlaces.stop} />
                    <p class={inkClass('quiet')} style={footer}>
                      {network}
                      <br />
                      <a
                        href={mail.siteUrl}
                        class={inkClass('link')}
                        style={{ color: lightMail.link, wordBreak: 'break-all' }}
                      >
                        {mail.siteUrl}
                      </a>
                    </p>
                  </div>
                </td>
              </tr>
            </table>
          </td>
        </tr>
      </table>
    </div>
  );
}

function inHtml(mail: Mail): string {
  return [
    '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    // Programs that make links of what looks like a date or a number by themselves do not know our colours.
    '<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">',
    `<title>${escapeHtml(mail.subject)}</title><style>${darkStyles()}</style>`,
    ...(mail.jsonLd ?? []).map(jsonLdScript),
    '</head>',
    `<body class="${groundClass('page')}" style="margin:0;padding:0;background-color:${lightMail.page}">`,
    renderToString(<Document mail={mail} />),
    '</body></html>',
  ].join('');
}

function inText(mail: Mail): string {
  const paragraphs = textOf(mail.body).map(({ text, whole }) => (whole ? text : wrapLines(text)));
  const title = wrapLines(inlineText(mail.title));
  const footer = [wrapLines(inlineText(mail.why)), textPlaces.stop, `${network}\n${mail.siteUrl}`];
  return `${[title, textPlaces.notice, ...paragraphs, '-'.repeat(24), ...footer].join('\n\n')}\n`;
}

/**
 * A mail's two forms from the same blocks. What blocks are given is escaped in the one and kept on its line in the other.
 * Both have places for what is known only when the mail is sent; `completeMail` fills or removes them.
 *
 * @throws Error when the subject is empty or not one line, when something stands in the body that is no mail block, or when
 *   the mail would have 60 KB or more
 */
export function renderMail(mail: Mail): RenderedMail {
  if (controls.test(mail.subject))
    throw new Error('a mail’s subject is one line, without control characters');
  if (mail.subject.trim() === '') throw new Error('a mail has a subject');
  const rendered = {
    subject: mail.subject.replaceAll(turns, ''),
    html: inHtml(mail).replaceAll(turns, ''),
    text: inText(mail).replaceAll(turns, ''),
  };
  const bytes = Buffer.byteLength(rendered.html);
  if (bytes >= largest - roomForWords)
    throw new Error(`a mail of ${bytes} bytes is too large: ${mail.subject}`);
  return rendered;
}
