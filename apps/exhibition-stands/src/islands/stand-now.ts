/** How often a page that shows how it stands asks anew, how long that may take, and from when on it is old, in milliseconds. */
const every = 20_000;
const patience = 10_000;
const oldAfter = 60_000;

/** What a page says of itself where it is not new. */
type Said = 'offline-words' | 'offline-waiting';

function say(live: HTMLElement, which: Said): void {
  for (const id of ['offline-words', 'offline-waiting']) {
    const words = live.querySelector<HTMLElement>(`#${id}`);
    if (words) words.hidden = id !== which;
  }
}

/** What tells a link or a button from all others, also in the page as it is later. */
const keyOf = (element: Element): string =>
  [
    element.getAttribute('href') ?? element.closest('form')?.getAttribute('action'),
    element.getAttribute('value'),
    element.textContent,
  ].join(' ');

/** Takes over what is new. Whoever is at a link or a button stays there; where it is gone, no press meets another. */
function show(live: HTMLElement, html: string): void {
  const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-live]');
  if (!fresh || fresh.innerHTML === live.innerHTML) return;
  const { activeElement } = document;
  const key = activeElement && live.contains(activeElement) ? keyOf(activeElement) : null;
  live.replaceChildren(...fresh.childNodes);
  if (key === null) return;
  const same = [...live.querySelectorAll<HTMLElement>('a, button')].find((each) => keyOf(each) === key);
  live.tabIndex = -1;
  (same ?? live).focus({ preventScroll: true });
}

/** Keeps what is shown new, and says so where it is not. */
function keepUp(live: HTMLElement, address: string): void {
  let asked = 0;
  let heardAt = Date.now();

  const refresh = async (): Promise<void> => {
    asked += 1;
    const number = asked;
    // As they left it, when they take the phone out of their pocket.
    const isMarked = live.querySelector<HTMLElement>('#offline-words')?.hidden === false;
    if (!isMarked && Date.now() - heardAt > oldAfter) say(live, 'offline-waiting');
    const headers = { accept: 'text/html' };
    try {
      const response = await fetch(address, { headers, signal: AbortSignal.timeout(patience) });
      const html = await response.text();
      if (number !== asked) return;
      // The link has ended, or whoever looks is signed out: the page itself says so.
      if ([401, 403, 404, 410].includes(response.status)) location.replace(address);
      else if (response.ok) {
        heardAt = Date.now();
        show(live, html);
      } else say(live, 'offline-words');
    } catch {
      if (number === asked) say(live, 'offline-words');
    }
  };

  const look = () => {
    if (document.visibilityState === 'visible') void refresh();
  };
  window.setInterval(look, every);
  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', look);
  window.addEventListener('offline', look);
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) look();
  });
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
  worker?.postMessage({ page: scope, assets }, { transfer: [] });
}

for (const live of document.querySelectorAll<HTMLElement>('[data-live]')) {
  // What was sent may have been refused at an address of its own, which nothing can be asked of.
  const scope = live.dataset['offline'];
  keepUp(live, scope ?? location.pathname);
  if (scope !== undefined) void keepForOffline(scope).catch(() => undefined);
}
