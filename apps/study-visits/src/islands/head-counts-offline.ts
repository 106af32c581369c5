/** As much as is needed of what a service worker knows (https://www.w3.org/TR/service-workers/); the DOM's types are of pages. */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Told extends Lasting {
  readonly data: {
    readonly scope: string;
    readonly pages: readonly string[];
    readonly assets: readonly string[];
  };
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

/** How long the network may take before the copy is shown, in milliseconds: for what was sent longer, as it may have arrived. */
const patience = 8000;
const patienceForSent = 30_000;

/** The visit's counts are erased by then, so that no copy may name anybody, in milliseconds. */
const keptFor = 40 * 24 * 60 * 60 * 1000;

/** Each link, and each visit for staff, has copies of its own. */
const scope = new URL(worker.registration.scope).pathname;
const cacheName = `head counts ${scope}`;

/** What is answered where the link has ended, or whoever looks is signed out. */
const ended: ReadonlySet<number> = new Set([401, 403, 404, 410]);

/** Nothing of it stays on the phone. */
async function forget(): Promise<void> {
  await caches.delete(cacheName);
  await worker.registration.unregister();
}

const keep = async (path: string, response: Response): Promise<void> =>
  (await caches.open(cacheName)).put(path, response);

/** Pages of counts, below the list of them; streams are not pages. */
const isPage = (path: string): boolean => path === scope || path.startsWith(`${scope}/`);

async function keptPage(path: string): Promise<Response | undefined> {
  const kept = await caches.match(path, { cacheName, ignoreVary: true });
  const madeAt = Date.parse(kept?.headers.get('date') ?? '');
  if (Date.now() - madeAt < keptFor) return kept;
  if (kept !== undefined) await forget();
  return undefined;
}

/** The last copy of a page, which says of itself that it is one; of what was sent, that of the page where it was. */
async function copy(request: Request, path: string, otherwise = Response.error()): Promise<Response> {
  const isUnsent = request.method !== 'GET';
  const from = request.referrer === '' ? path : new URL(request.referrer).pathname;
  const kept = await keptPage(isUnsent ? from : path);
  if (kept === undefined) return otherwise;
  const shown = isUnsent ? ['offline-words', 'offline-unsent'] : ['offline-words'];
  const html = shown.reduce(
    (text, id) => text.replace(`<p id="${id}" hidden`, `<p id="${id}"`),
    await kept.text(),
  );
  return new Response(html, { headers: kept.headers });
}

async function page(request: Request, path: string): Promise<Response> {
  const limit = request.method === 'GET' ? patience : patienceForSent;
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(limit) });
    if (response.ok && request.method === 'GET') await keep(path, response.clone());
    else if (path === scope && ended.has(response.status)) await forget();
    // A service that is down is as good as no network.
    return response.status >= 500 ? await copy(request, path, response) : response;
  } catch {
    return copy(request, path);
  }
}

/** Styles and scripts, whose names change with what they are: those that are here need no network. */
const asset = async (request: Request): Promise<Response> =>
  // To open what has been forgotten would make it anew.
  (await caches.match(request, { cacheName })) ?? fetch(request);

async function keepAll(pages: readonly string[], assets: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  // What one of them lacks does not keep the others from being kept.
  await Promise.allSettled(assets.map((address) => cache.add(address)));
  for (const path of pages.filter(isPage)) {
    const response = await fetch(path, { headers: { accept: 'text/html' } }).catch(() => null);
    if (response === null) return;
    if (response.ok) await cache.put(path, response);
    else if (path === scope && ended.has(response.status)) return forget();
  }
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('message', (event) => {
  const { scope: told, pages, assets } = event.data;
  if (told === scope) event.waitUntil(keepAll(pages, assets));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.mode === 'navigate' && isPage(pathname)) event.respondWith(page(request, pathname));
  else if (request.method === 'GET' && ['style', 'script', 'image'].includes(request.destination)) {
    event.respondWith(asset(request));
  }
});
