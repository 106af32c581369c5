import { renderChrome, uiAssets, type Chrome } from '#ui';
import { parts } from '../parts.js';

/** The header, navigation and footer of every page of the site. */
export function siteChrome(): Chrome {
  return renderChrome({
    networkName: 'Network events',
    navigation: parts.flatMap((part) => part.navigation ?? []),
    signIn: '/members/sign-in',
    footerLinks: [
      { label: 'Subscribe to the calendar', href: '/calendar/subscribe' },
      { label: 'Your data', href: '/members/privacy' },
      { label: 'Accessibility', href: '/accessibility' },
    ],
    footerText: 'Events of the Co-operative Councils’ Innovation Network.',
    assets: uiAssets().addressedAt('/assets/'),
  });
}
