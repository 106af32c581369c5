import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Chrome } from '../chrome/chrome.js';
import { escapeHtml } from '../chrome/escape-html.js';
import { fillHeader } from '../chrome/slots.js';
import type { Account } from '../chrome/slots.js';
import { NotificationBanner } from '../components/notification-banner.js';
import type { Notice } from '../flash/notice.js';
import { headHtml } from './head.js';
import type { PageHead } from './head.js';

/** A whole page, from what it is called to what it shows. */
export interface Page extends PageHead {
  readonly chrome: Chrome;
  /** The navigation's name of the section the page belongs to (`calendar`); also gives the page its accent. */
  readonly section?: string | null;
  /** The path asked for, to tell the section's first page from those beneath it. */
  readonly path?: string | null;
  /** Who is signed in, if anybody. */
  readonly account?: Account | null;
  /** Where to sign in and come back to this page; `undefined`: where everybody does. */
  readonly signIn?: string | null | undefined;
  /** For whom somebody acts; every page then says so. */
  readonly acting?: Acting | null;
  /** Said once, at the top: what the person's last step did. */
  readonly notices?: readonly Notice[];
  /** Breadcrumbs or a back link, before the page's content. */
  readonly before?: ComponentChildren;
  readonly main: ComponentChildren;
  /** Stands beside the content from 48rem on, beneath it on a phone. */
  readonly side?: ComponentChildren;
}

/** Somebody who acts for another. */
export interface Acting {
  /** The name of the person they act for. */
  readonly forName: string;
  /** Where a form that ends it goes. */
  readonly stop: string;
}

/** Marks in a page's markup that the forms script has something to do. */
const enhanced =
  /data-prevent-double-click="true"|data-module="govuk-(?:error-summary|notification-banner|tabs|service-navigation)"|data-aria-controls="|data-behaviour="exclusive"/;

function Said({ notice, titleId }: { readonly notice: Notice; readonly titleId: string }) {
  const isSuccess = notice.type === 'success';
  return (
    <div class="cn-flash">
      <NotificationBanner
        type={isSuccess ? 'success' : undefined}
        titleText={isSuccess ? 'Done' : 'Important'}
        titleId={titleId}
      >
        {notice.text}
      </NotificationBanner>
    </div>
  );
}

function ActingFor({ acting: { forName, stop } }: { readonly acting: Acting }) {
  return (
    <section class="cn-acting" aria-label="Acting for somebody">
      <div class="govuk-width-container">
        <p>
          You are acting for <strong>{forName}</strong>.
        </p>
        <form method="post" action={stop}>
          <button class="cn-link-button" type="submit">
            Stop<span class="govuk-visually-hidden"> acting for {forName}</span>
          </button>
        </form>
      </div>
    </section>
  );
}

/** Breadcrumbs are navigation already; a back link becomes part of one, so that it is found among the landmarks. */
function Before({ content }: { readonly content: ComponentChildren }) {
  if (content === undefined || content === null) return null;
  const html = renderToString(<>{content}</>);
  const inside = { __html: html };
  return html.includes('<nav') ? (
    <div class="cn-before" dangerouslySetInnerHTML={inside} />
  ) : (
    <nav class="cn-before" aria-label="Back" dangerouslySetInnerHTML={inside} />
  );
}

function Middle({ page }: { readonly page: Page }) {
  const { main, side, notices = [] } = page;
  return (
    <div class="govuk-width-container">
      <Before content={page.before} />
      {notices.map((notice, index) => (
        <Said key={notice.text} notice={notice} titleId={`notice-${index + 1}`} />
      ))}
      {side === undefined || side === null ? (
        <main class="cn-layout cn-layout__main" id="main">
          {main}
        </main>
      ) : (
        <div class="cn-layout cn-layout--side">
          <main class="cn-layout__main" id="main">
            {main}
          </main>
          <aside class="cn-layout__side" aria-label="More about this page">
            {side}
          </aside>
        </div>
      )}
    </div>
  );
}

const skipLink = '<a href="#main" class="govuk-skip-link">Skip to main content</a>';

/**
 * A complete document. Holds no inline style or script, so it works under a policy without `unsafe-inline`; the forms
 * script is linked only where the page has something for it.
 */
export function renderPage(page: Page): string {
  const { chrome, section = null, acting = null } = page;
  const entry = chrome.navigation.find((each) => each.section === section);
  const middle = renderToString(<Middle page={page} />);
  const header = fillHeader(chrome.header, {
    account: page.account ?? null,
    signIn: page.signIn === undefined ? chrome.signIn : page.signIn,
    section,
    isSectionHome: entry !== undefined && entry.href === page.path,
  });
  const sectionName = page.sectionName ?? entry?.label ?? null;
  const accent = section === null ? '' : ` cn-section-${escapeHtml(section)}`;
  return [
    '<!DOCTYPE html><html lang="en-GB" class="govuk-template"><head>',
    headHtml({ ...page, sectionName }, chrome, enhanced.test(middle)),
    `</head><body class="govuk-template__body${accent}">`,
    skipLink,
    `<div class="cn-page">${header}${acting === null ? '' : renderToString(<ActingFor acting={acting} />)}<div class="cn-page__middle">${middle}</div>${chrome.footer}</div></body></html>`,
  ].join('');
}
