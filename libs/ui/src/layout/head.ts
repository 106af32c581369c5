import type { Chrome } from '../chrome/chrome.js';
import { escapeHtml } from '../chrome/escape-html.js';
import { jsonLdScript } from './json-ld.js';

/** A `<link rel="alternate">`: a feed, or the same event as `.ics`. */
export interface AlternateLink {
  readonly href: string;
  readonly type: string;
  readonly title: string;
}

/** What a page says of itself to browsers, search engines and link previews. */
export interface PageHead {
  /** What the page is called: its own words first. */
  readonly title: string;
  /** The part of the site, for the title's second part; `null` on pages outside any. */
  readonly sectionName?: string | null;
  /** Set where a form came back with problems: the title then begins with "Error: ". */
  readonly hasErrors?: boolean;
  readonly description?: string | null;
  /** The page's one address, absolute. */
  readonly canonical?: string | null;
  /** Asks search engines to leave the page out. */
  readonly noIndex?: boolean;
  /** `og:type`; link previews are only described where a type is given. */
  readonly openGraphType?: 'website' | 'article' | null;
  readonly alternates?: readonly AlternateLink[];
  /** schema.org descriptions of what the page is about. */
  readonly jsonLd?: readonly object[];
  /** The page's own ES modules (islands). */
  readonly scripts?: readonly string[];
  /** Loads the page anew after so many seconds where scripts do not run: it shows something that is still going on. */
  readonly reloadWithoutScripts?: number;
}

/** "Title – Section – Network", without saying anything twice. */
export function titleOf(head: PageHead, networkName: string): string {
  const parts = [head.title, head.sectionName ?? head.title, networkName];
  const words = parts.filter((part, index) => parts.indexOf(part) === index).join(' – ');
  return head.hasErrors === true ? `Error: ${words}` : words;
}

function meta(kind: 'name' | 'property', name: string, content: string | null | undefined): string {
  return content === null || content === undefined
    ? ''
    : `<meta ${kind}="${name}" content="${escapeHtml(content)}">`;
}

function openGraph(head: PageHead, networkName: string): string {
  if (head.openGraphType === null || head.openGraphType === undefined) return '';
  return [
    meta('property', 'og:type', head.openGraphType),
    meta('property', 'og:title', head.title),
    meta('property', 'og:site_name', networkName),
    meta('property', 'og:description', head.description),
    meta('property', 'og:url', head.canonical),
    meta('property', 'og:locale', 'en_GB'),
  ].join('');
}

function moduleScript(address: string): string {
  return `<script type="module" src="${escapeHtml(address)}"></script>`;
}

/**
 * The inside of `<head>`.
 * @param withForms whether the page has forms for the forms script to enhance
 */
export function headHtml(head: PageHead, chrome: Chrome, withForms: boolean): string {
  const scripts = [...chrome.scripts, ...(withForms ? [chrome.formsScript] : []), ...(head.scripts ?? [])];
  return [
    '<meta charset="utf-8">',
    `<title>${escapeHtml(titleOf(head, chrome.networkName))}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    '<meta name="color-scheme" content="light dark">',
    meta('name', 'description', head.description),
    head.noIndex === true ? meta('name', 'robots', 'noindex') : '',
    ...chrome.stylesheets.map((address) => `<link rel="stylesheet" href="${escapeHtml(address)}">`),
    `<link rel="icon" href="${escapeHtml(chrome.icon)}" type="image/svg+xml">`,
    head.canonical === null || head.canonical === undefined
      ? ''
      : `<link rel="canonical" href="${escapeHtml(head.canonical)}">`,
    ...(head.alternates ?? []).map(
      (link) =>
        `<link rel="alternate" type="${escapeHtml(link.type)}" title="${escapeHtml(link.title)}" href="${escapeHtml(link.href)}">`,
    ),
    openGraph(head, chrome.networkName),
    head.reloadWithoutScripts === undefined
      ? ''
      : `<noscript><meta http-equiv="refresh" content="${head.reloadWithoutScripts}"></noscript>`,
    ...scripts.map(moduleScript),
    ...(head.jsonLd ?? []).map(jsonLdScript),
  ].join('');
}
