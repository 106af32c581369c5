import type { PageState } from '../head-counts/pages/page-state.js';
import { CountPage } from './head-counts/count-page.js';
import { Outbox } from './head-counts/outbox.js';
import { Sender } from './head-counts/sender.js';

const find = (selector: string) => document.querySelector<HTMLElement>(selector);

function setHidden(selector: string, isHidden: boolean): void {
  const found = find(selector);
  if (found) found.hidden = isHidden;
}

/** Says how many marks wait on this phone, and why. */
function sayUnsent(outbox: Outbox, why: string): void {
  const { length } = outbox.all();
  setHidden('[data-unsent]', length === 0);
  const words = find('[data-unsent-words]');
  const said = length === 1 ? '1 mark is not sent yet.' : `${length} marks are not sent yet.`;
  if (words && words.textContent !== said) words.textContent = said;
  const reason = find('[data-unsent-why]');
  const kept = outbox.isKept
    ? 'They are kept on this phone, also when you close the page, and sent once there is a connection.'
    : 'This phone keeps nothing: leave this page open until they are sent.';
  if (reason) reason.textContent = why === '' ? kept : `${why} ${kept}`;
}

/** Has these pages kept on this phone, so that they can be opened without a network. */
async function keepForOffline(base: string, pages: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register('/visits/head-counts/offline.js', {
    scope: base,
  });
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  const assets = [
    ...[...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(({ href }) => href),
    ...[...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src),
  ];
  worker?.postMessage({ scope: base, pages: [...new Set(pages)], assets }, { transfer: [] });
}

/** Hears of what others mark, as long as somebody looks on. */
function follow(address: string, hear: (state: PageState) => void, isThere: () => void): void {
  let stream: EventSource | null = null;
  const look = () => {
    const isSeen = document.visibilityState === 'visible';
    if (!isSeen || stream?.readyState === EventSource.CLOSED) {
      stream?.close();
      stream = null;
    }
    if (!isSeen || stream !== null) return;
    stream = new EventSource(address);
    stream.addEventListener('open', isThere);
    stream.addEventListener('message', ({ data }: MessageEvent<string>) => {
      hear(JSON.parse(data) as PageState);
    });
  };
  look();
  document.addEventListener('visibilitychange', look);
  window.addEventListener('online', look);
  window.addEventListener('pagehide', () => {
    stream?.close();
    stream = null;
  });
  window.addEventListener('pageshow', look);
}

function start(base: string): void {
  const outbox = new Outbox(base);
  const section = find('[data-head-count]');
  const refused: string[] = [];
  let why = '';
  const tell = () => sayUnsent(outbox, why);
  const sender = new Sender(base, outbox, {
    taken(countId, state, messages) {
      refused.push(...messages);
      page?.hear(countId, state);
      page?.show();
      if (refused.length === 0) return;
      setHidden('[data-unsent]', false);
      const words = find('[data-unsent-words]');
      if (words) words.textContent = `Not taken: ${refused.join(' ')}`;
    },
    waits(reason, isOffline) {
      why = reason;
      setHidden('#offline-words', !isOffline);
      if (refused.length === 0 || outbox.all().length > 0) tell();
    },
  });
  const page =
    section === null
      ? null
      : new CountPage(section, outbox, () => {
          tell();
          void sender.send();
        });
  page?.show();
  tell();
  find('[data-send]')?.addEventListener('click', () => void sender.send());
  // Another tab of this phone may mark, too.
  window.addEventListener('storage', () => {
    page?.show();
    tell();
  });
  void sender.send();
  const countId = section?.dataset['headCount'];
  if (countId !== undefined) {
    follow(
      `${base}/${countId}/events`,
      (state) => page?.hear(countId, state),
      () => {
        setHidden('#offline-words', true);
        void sender.send();
      },
    );
  }
  const listed = JSON.parse(find('[data-pages]')?.dataset['pages'] ?? '[]') as readonly string[];
  const own = countId === undefined ? [] : [`${base}/${countId}`, `${base}/${countId}/missing`];
  void keepForOffline(base, [base, ...own, ...listed]).catch(() => undefined);
}

const base = find('[data-base]')?.dataset['base'];
if (base !== undefined) start(base);
