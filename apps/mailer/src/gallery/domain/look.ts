/** How a sample is shown. */
export interface Look {
  readonly scheme: 'light' | 'dark';
  readonly width: 'wide' | 'phone';
}

export const usualLook: Look = { scheme: 'light', width: 'wide' };

/** What an address says of it; what it does not say, or not in our words, is as usual. */
export function readLook({ scheme, width }: Readonly<Record<string, unknown>>): Look {
  return {
    scheme: scheme === 'dark' ? 'dark' : 'light',
    width: width === 'phone' ? 'phone' : 'wide',
  };
}

/** What of it has to stand in an address: `?scheme=dark`, or nothing. */
export function lookQuery(look: Partial<Look>): string {
  const { scheme, width } = { ...usualLook, ...look };
  const params = new URLSearchParams();
  if (scheme !== usualLook.scheme) params.set('scheme', scheme);
  if (width !== usualLook.width) params.set('width', width);
  return params.size === 0 ? '' : `?${params.toString()}`;
}

/**
 * A mail's HTML as it looks in a light or dark mail program, whatever the browser that shows it is set to; its links lead
 * nowhere, as they hold what is made up.
 *
 * @param html as `renderMail` makes it
 */
export function inScheme(html: string, scheme: Look['scheme']): string {
  const query = scheme === 'dark' ? '@media all' : '@media not all';
  return html
    .replaceAll('@media (prefers-color-scheme:dark)', query)
    .replaceAll('content="light dark"', `content="${scheme}"`)
    .replaceAll(':light dark', `:${scheme}`)
    .replace('</head>', '<style>a{pointer-events:none}</style></head>');
}
