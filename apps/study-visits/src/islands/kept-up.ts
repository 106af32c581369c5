/** How often a page that hears nothing asks anew, and how long that may take, in milliseconds. */
const every = 20_000;
const patience = 15_000;

/** What tells a link or a button from all others, also in the page as it is later. */
const keyOf = (element: Element): string =>
  [
    element.getAttribute('href') ?? element.closest('form')?.getAttribute('action'),
    element.getAttribute('value'),
    element.textContent,
  ].join(' ');

/** Takes over what is new. Whoever is at a link or a button stays there; where it is gone, no press meets another. */
function show(part: HTMLElement, fresh: HTMLElement): void {
  const { activeElement } = document;
  const key = activeElement && part.contains(activeElement) ? keyOf(activeElement) : null;
  part.replaceChildren(...fresh.childNodes);
  if (key === null) return;
  const same = [...part.querySelectorAll<HTMLElement>('a, button')].find((each) => keyOf(each) === key);
  part.tabIndex = -1;
  (same ?? part).focus({ preventScroll: true });
}

/** Keeps a part of the page as it stands: hears of changes, and has the page anew. A page that nobody looks at does not listen. */
function keepUp(part: HTMLElement, address: string): void {
  const lost = document.querySelector<HTMLElement>('[data-kept-up-lost]');
  const saying = document.querySelector<HTMLElement>('[data-kept-up-said]');
  let source: EventSource | null = null;
  let asked = 0;

  const say = (isLost: boolean) => {
    if (lost) lost.hidden = !isLost;
  };

  const refresh = async (): Promise<void> => {
    asked += 1;
    const number = asked;
    try {
      const response = await fetch(location.href, {
        headers: { accept: 'text/html' },
        signal: AbortSignal.timeout(patience),
      });
      const html = await response.text();
      if (number !== asked) return;
      // The link has ended, or whoever looks is signed out: the page itself says so.
      if ([401, 403, 404, 410].includes(response.status)) {
        location.reload();
        return;
      }
      say(!response.ok);
      const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-kept-up]');
      if (!response.ok || !(fresh instanceof HTMLElement)) return;
      part.dataset['keptUpState'] = fresh.dataset['keptUpState'] ?? '';
      if (fresh.innerHTML === part.innerHTML) return;
      show(part, fresh);
      if (saying) saying.textContent = saying.dataset['keptUpSaid'] ?? '';
    } catch {
      if (number === asked) say(true);
    }
  };

  const listen = () => {
    if (source !== null && source.readyState !== EventSource.CLOSED) return;
    source = new EventSource(address);
    source.addEventListener('message', ({ data }) => {
      say(false);
      if (data !== part.dataset['keptUpState']) void refresh();
    });
  };

  const look = () => {
    if (document.visibilityState !== 'visible') {
      source?.close();
      source = null;
      return;
    }
    listen();
    void refresh();
  };

  listen();
  // Where the stream cannot be had (too many listen), the page is asked for instead.
  window.setInterval(() => {
    if (document.visibilityState === 'visible' && source?.readyState !== EventSource.OPEN) look();
  }, every);
  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', look);
  window.addEventListener('offline', () => say(true));
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) look();
  });
}

for (const part of document.querySelectorAll<HTMLElement>('[data-kept-up]')) {
  keepUp(part, part.dataset['keptUp'] ?? '');
}
