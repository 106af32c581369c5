import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import type { UiAssetAddresses } from '../assets/ui-assets.js';
import type { Chrome, NavigationEntry } from './chrome.js';
import { accountSlot } from './slots.js';

/** A link in the footer. */
export interface FooterLink {
  readonly label: string;
  readonly href: string;
}

/** What the header and footer say. */
export interface ChromeContent {
  /** "Co-operative network events": the header's name, and the last part of every page's title. */
  readonly networkName: string;
  /** The apps that there are, in the order of the navigation. */
  readonly navigation: readonly NavigationEntry[];
  /** Where people sign in; `null` while there is nowhere to. */
  readonly signIn: string | null;
  readonly footerLinks: readonly FooterLink[];
  /** A sentence under the footer's links; `null` for none. */
  readonly footerText: string | null;
  /** Where the shared files are served: `uiAssets().addressedAt('/assets/')`. */
  readonly assets: Pick<UiAssetAddresses, 'stylesheet' | 'forms' | 'favicon'>;
}

/** Three linked circles: the network's mark, also its icon (../assets/favicon.svg). */
function Mark() {
  return (
    <svg class="cn-mark" width="36" height="24" viewBox="0 0 36 24" aria-hidden="true" focusable="false">
      <circle cx="9" cy="12" r="7.5" />
      <circle cx="18" cy="12" r="7.5" />
      <circle cx="27" cy="12" r="7.5" />
    </svg>
  );
}

function HeaderTop({ networkName }: { readonly networkName: string }) {
  return (
    <a class="cn-header__name" href="/">
      <Mark />
      {networkName}
    </a>
  );
}

function Navigation({ entries }: { readonly entries: readonly NavigationEntry[] }) {
  return (
    <nav class="cn-nav" aria-label="Main">
      <ul>
        {entries.map((entry) => (
          <li key={entry.section} class={`cn-section-${entry.section}`}>
            <a href={entry.href} data-section={entry.section}>
              {entry.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Footer({ links, text }: { readonly links: readonly FooterLink[]; readonly text: string | null }) {
  return (
    <footer class="cn-footer">
      <div class="govuk-width-container">
        {links.length > 0 && (
          <ul>
            {links.map((link) => (
              <li key={link.href}>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        )}
        {text !== null && <p>{text}</p>}
      </div>
    </footer>
  );
}

/**
 * The chrome of every page. The shell renders it for all; a service renders its own copy, with its own addresses of the
 * shared files, for the time when the shell cannot be reached.
 */
export function renderChrome(content: ChromeContent): Chrome {
  const { networkName, navigation, assets } = content;
  const top = `<div class="cn-header__top">${renderToString(<HeaderTop networkName={networkName} />)}${accountSlot}</div>`;
  const entries = navigation.length > 0 ? renderToString(<Navigation entries={navigation} />) : '';
  const chrome = {
    networkName,
    stylesheets: [assets.stylesheet],
    scripts: [],
    formsScript: assets.forms,
    icon: assets.favicon,
    header: `<header class="cn-header"><div class="govuk-width-container">${top}${entries}</div></header>`,
    footer: renderToString(<Footer links={content.footerLinks} text={content.footerText} />),
    navigation: [...navigation],
    signIn: content.signIn,
  };
  const version = createHash('sha256').update(JSON.stringify(chrome)).digest('hex').slice(0, 16);
  return { version, ...chrome };
}
