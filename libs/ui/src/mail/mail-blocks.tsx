import type { ComponentChildren, CSSProperties } from 'preact';
import { groundClass, inkClass, lightMail, type MailColour } from './mail-colours.js';
import { inlineText, mailBlock } from './mail-text.js';

interface WithChildren {
  readonly children: ComponentChildren;
}

/** The system's own type, as on the pages; the names that need quotes would end the attribute in some programs. */
export const mailFont = 'system-ui,-apple-system,Roboto,Ubuntu,Helvetica,Arial,sans-serif';
const fixedWidth = 'ui-monospace,Menlo,Consolas,monospace';

function ink(colour: MailColour, style: CSSProperties) {
  return { class: inkClass(colour), style: { ...style, color: lightMail[colour] } };
}

/**
 * @returns the address as it is
 * @throws Error when it is none of the web, or holds spaces, which would break it in the text
 */
export function webAddress(href: string): string {
  if (!/^https?:\/\/\S+$/.test(href))
    throw new Error(`a mail links to complete web addresses, not to ${href}`);
  return href;
}

/** A link within a sentence. */
export function MailLink({ href, children }: WithChildren & { readonly href: string }) {
  return (
    <a href={webAddress(href)} {...ink('link', { textDecoration: 'underline' })}>
      {children}
    </a>
  );
}

/** A heading within the mail; its title is the first. */
export const MailHeading = mailBlock<WithChildren>(
  ({ children }) => (
    <h2 {...ink('text', { margin: '32px 0 8px', fontSize: '20px', lineHeight: '1.3' })}>{children}</h2>
  ),
  ({ children }) => [{ text: inlineText(children) }],
);

/** A paragraph: words, `<strong>` and links. */
export const MailText = mailBlock<WithChildren>(
  ({ children }) => (
    <p {...ink('text', { margin: '0 0 16px', fontSize: '18px', lineHeight: '1.5' })}>{children}</p>
  ),
  ({ children }) => [{ text: inlineText(children) }],
);

/** What matters less, such as what to do if the mail was not expected. */
export const MailSmallPrint = mailBlock<WithChildren>(
  ({ children }) => (
    <p {...ink('quiet', { margin: '0 0 16px', fontSize: '16px', lineHeight: '1.5' })}>{children}</p>
  ),
  ({ children }) => [{ text: inlineText(children) }],
);

export interface MailButtonProps {
  readonly href: string;
  /** Says what it does: "Sign in". */
  readonly children: string;
}

/** The one thing to do. The address stands beneath in full, for programs and readers that want to see or to copy it. */
export const MailButton = mailBlock<MailButtonProps>(
  ({ href, children }) => (
    <>
      <p style={{ margin: '24px 0 12px' }}>
        <a
          href={webAddress(href)}
          class={`${inkClass('on-fill')} ${groundClass('brand')}`}
          style={{
            display: 'inline-block',
            padding: '12px 24px',
            borderRadius: '4px',
            backgroundColor: lightMail.brand,
            color: lightMail['on-fill'],
            fontSize: '18px',
            fontWeight: 'bold',
            lineHeight: '1.25',
            textDecoration: 'none',
          }}
        >
          {children}
        </a>
      </p>
      <p {...ink('quiet', { margin: '0 0 24px', fontSize: '16px', lineHeight: '1.5' })}>
        Or open this address:
        <br />
        <a href={href} {...ink('link', { wordBreak: 'break-all' })}>
          {href}
        </a>
      </p>
    </>
  ),
  ({ href, children }) => [{ text: `${inlineText(children)}:\n${href}`, whole: true }],
);

export interface MailCodeProps {
  /** Says what it is: "Your code". */
  readonly label: string;
  readonly code: string;
}

/** A code to type, set large, each of its characters to be told from every other. */
export const MailCode = mailBlock<MailCodeProps>(
  ({ label, code }) => (
    <div
      class={`${groundClass('panel')} ${inkClass('text')}`}
      style={{
        margin: '0 0 24px',
        padding: '16px 20px',
        borderRadius: '4px',
        backgroundColor: lightMail.panel,
        color: lightMail.text,
      }}
    >
      <p {...ink('quiet', { margin: '0 0 4px', fontSize: '16px', lineHeight: '1.5' })}>{label}</p>
      <p
        {...ink('text', {
          margin: 0,
          fontFamily: fixedWidth,
          fontSize: '32px',
          fontWeight: 'bold',
          letterSpacing: '4px',
          lineHeight: '1.25',
          wordBreak: 'break-all',
        })}
      >
        {code}
      </p>
    </div>
  ),
  ({ label, code }) => [{ text: `${inlineText(label)}:\n\n    ${inlineText(code)}`, whole: true }],
);
