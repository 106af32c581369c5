import { mailKindOf, type MailTemplate } from '#contracts';
import { numberInWords, SummaryList } from '#ui';
import { sampleHtmlPath, templatePath } from '../addresses.js';
import type { Look } from '../domain/look.js';

export interface ShowTemplateProps {
  readonly app: string;
  readonly template: MailTemplate;
  readonly look: Look;
}

/** Programs cut off mails from about 100 KB; `renderMail` allows 60. */
const kilobytes = (text: string): string => `${numberInWords(Math.ceil(Buffer.byteLength(text) / 1000))} KB`;

export function ShowTemplateView({ app, template, look }: ShowTemplateProps) {
  const { name, title, kind, sentWhen, mail } = template;
  const { isOptional, title: kindTitle } = mailKindOf(kind);
  return (
    <>
      <h1 class="govuk-heading-xl">{title}</h1>
      <SummaryList
        rows={[
          { key: 'Subject', value: mail.subject },
          { key: 'Sent when', value: sentWhen },
          {
            key: 'Kind',
            value: `${kindTitle}: ${isOptional ? 'can be switched off' : 'cannot be switched off'}`,
          },
          { key: 'Size', value: `${kilobytes(mail.html)} as HTML, ${kilobytes(mail.text)} as text` },
        ]}
      />
      <h2 class="govuk-heading-m" id="html">
        As HTML
      </h2>
      <Looks app={app} name={name} look={look} />
      <iframe
        class={`cn-frame cn-frame--${look.width}`}
        src={sampleHtmlPath(app, name, { scheme: look.scheme })}
        title={`“${mail.subject}” as HTML`}
        sandbox=""
      />
      <p class="govuk-body">
        <a class="govuk-link" href={sampleHtmlPath(app, name, { scheme: look.scheme })}>
          Open it by itself
        </a>
        . Its links lead nowhere.
      </p>
      <h2 class="govuk-heading-m">As text</h2>
      <pre class="cn-verbatim">{mail.text}</pre>
      {mail.calendar !== null && (
        <>
          <h2 class="govuk-heading-m">For the reader’s calendar</h2>
          <p class="govuk-body">
            Sent as <code>{mail.calendar.method}</code>; who sends it and who reads it is put in at sending.
          </p>
          <pre class="cn-verbatim">{mail.calendar.content}</pre>
        </>
      )}
    </>
  );
}

const schemes = [
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;
const widths = [
  ['wide', 'As wide as the page'],
  ['phone', 'As on a phone'],
] as const;

/** Links that show the sample otherwise. */
function Looks({ app, name, look }: { readonly app: string; readonly name: string; readonly look: Look }) {
  const choice = (other: Partial<Look>, text: string, isCurrent: boolean) => (
    <li key={text}>
      <a
        href={`${templatePath(app, name, { ...look, ...other })}#html`}
        aria-current={isCurrent ? 'true' : undefined}
      >
        {text}
      </a>
    </li>
  );
  return (
    <>
      <nav aria-label="Colours">
        <ul class="cn-choices">
          {schemes.map(([scheme, text]) => choice({ scheme }, text, scheme === look.scheme))}
        </ul>
      </nav>
      <nav aria-label="Width">
        <ul class="cn-choices">
          {widths.map(([width, text]) => choice({ width }, text, width === look.width))}
        </ul>
      </nav>
    </>
  );
}
