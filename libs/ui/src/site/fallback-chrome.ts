import { uiAssets } from '../assets/ui-assets.js';
import type { Chrome, NavigationEntry } from '../chrome/chrome.js';
import { renderChrome } from '../chrome/render-chrome.js';

/**
 * The chrome of one service for when the shell's cannot be had: the same look, from the service's own copy of the styles.
 *
 * @param entry the service's own entry in the navigation; its styles stand under `<href>/assets/`
 */
export function fallbackChrome(entry: NavigationEntry): Chrome {
  return renderChrome({
    networkName: 'Network events',
    navigation: [entry],
    signIn: '/members/sign-in',
    footerLinks: [{ label: 'Home page', href: '/' }],
    footerText: 'Events of the Co-operative Councils’ Innovation Network.',
    assets: uiAssets().addressedAt(`${entry.href}/assets/`),
  });
}
