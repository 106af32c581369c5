import { renderChrome, uiAssets, type Chrome } from '#ui';

/** The chrome for when the shell's cannot be had: the same look, from our own copy of the styles. */
export function fallbackChrome(): Chrome {
  return renderChrome({
    networkName: 'Network events',
    navigation: [{ section: 'calendar', label: 'Calendar', href: '/calendar' }],
    signIn: null,
    footerLinks: [{ label: 'Subscribe to the calendar', href: '/calendar/subscribe' }],
    footerText: 'Events of the Co-operative Councils’ Innovation Network.',
    assets: uiAssets().addressedAt('/calendar/assets/'),
  });
}
