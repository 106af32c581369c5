/** How often a page that shows how it stands asks anew, and how long that may take, in milliseconds. */
const every = 20_000;
const patience = 10_000;

/** Takes over what is new, unless somebody is at work in it: a press must meet what they see. */
function show(live: HTMLElement, html: string): void {
  const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-live]');
  if (!fresh || live.contains(document.activeElement)) return;
  if (fresh.innerHTML !== live.innerHTML) live.replaceChildren(...fresh.childNodes);
}

/** What is on the page is old from now on, and says so. */
function sayOffline(live: HTMLElement): void {
  const words = live.querySelector<HTMLElement>('#offline-words');
  if (words) words.hidden = false;
}

async function refresh(live: HTMLElement): Promise<void> {
  try {
    const response = await fetch(location.pathname, {
      headers: { accept: 'text/html' },
      signal: AbortSignal.timeout(patience),
    });
    if (response.ok) show(live, await response.text());
    // The link has ended, or whoever looks is signed out: the page itself says so.
    else if ([401, 403, 404].includes(response.status)) location.reload();
  } catch {
    sayOffline(live);
  }
}

/** Has the page kept on this phone, so that it can be read without a network. */
async function keepForOffline(scope: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register('/stands/team/offline.js', { scope });
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  const assets = [
    ...[...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(({ href }) => href),
    ...[...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src),
  ];
  worker?.postMessage({ page: location.pathname, assets }, { transfer: [] });
}

for (const live of document.querySelectorAll<HTMLElement>('[data-live]')) {
  window.setInterval(() => {
    if (document.visibilityState === 'visible') void refresh(live);
  }, every);
  const scope = live.dataset['offline'];
  if (scope !== undefined) void keepForOffline(scope).catch(() => undefined);
}
