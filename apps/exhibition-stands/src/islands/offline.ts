/** As much as is needed of what a service worker knows (https://www.w3.org/TR/service-workers/); the DOM's types are of pages. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Told extends Lasting {
  readonly data: { readonly page: string; readonly assets: readonly string[] };
}
interface Worker {
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: Told) => void): void;
}

const worker = globalThis as unknown as Worker;

/** How long the network may take before the copy is shown, in milliseconds. */
const patience = 8000;

/** Each link has a copy of its own. */
const scope = new URL(worker.registration.scope).pathname;
const cacheName = `stand now ${scope}`;

/** What is answered where the link has ended, or whoever looks is signed out. */
const ended: ReadonlySet<number> = new Set([401, 403, 404, 410]);

/** Nothing of it stays on the phone. */
async function forget(): Promise<void> {
  await caches.delete(cacheName);
  await worker.registration.unregister();
}

async function keep(page: string, response: Response): Promise<void> {
  await (await caches.open(cacheName)).put(page, response);
}

/**
 * The last copy, which says of itself that it is one.
 *
 * @param isUnsent whether something was to be sent
 * @param otherwise where there is no copy
 */
async function copy(isUnsent: boolean, otherwise = Response.error()): Promise<Response> {
  const kept = await caches.match(scope, { cacheName, ignoreVary: true });
  if (kept === undefined) return otherwise;
  const shown = isUnsent ? ['offline-words', 'offline-unsent'] : ['offline-words'];
  const html = shown.reduce(
    (text, id) => text.replace(`<p id="${id}" hidden`, `<p id="${id}"`),
    await kept.text(),
  );
  return new Response(html, { headers: kept.headers });
}

const isItself = ({ url }: Request): boolean => new URL(url).pathname === scope;

/** The page, or what is pressed on it. */
async function page(request: Request): Promise<Response> {
  const isUnsent = request.method !== 'GET';
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(patience) });
    if (response.ok && !isUnsent) await keep(scope, response.clone());
    else if (isItself(request) && ended.has(response.status)) await forget();
    // A service that is down is as good as no network.
    return response.status >= 500 ? await copy(isUnsent, response) : response;
  } catch {
    return copy(isUnsent);
  }
}

/** Styles and scripts, whose names change with what they are: those that are here need no network, which may be too slow for them. */
async function asset(request: Request): Promise<Response> {
  // To open what has been forgotten would make it anew.
  return (await caches.match(request, { cacheName })) ?? fetch(request);
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('message', (event) => {
  const { page: path, assets } = event.data;
  if (path !== scope) return;
  event.waitUntil(
    (async () => {
      const cache = await caches.open(cacheName);
      const response = await fetch(path, { headers: { accept: 'text/html' } });
      if (response.ok) await cache.put(path, response);
      // What one of them lacks does not keep the others from being kept.
      await Promise.allSettled(assets.map((address) => cache.add(address)));
    })(),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  const isPress = request.method === 'POST' && pathname.startsWith(`${scope}/`);
  if (isItself(request) || isPress) event.respondWith(page(request));
  else if (request.method === 'GET' && ['style', 'script', 'image'].includes(request.destination)) {
    event.respondWith(asset(request));
  }
});
