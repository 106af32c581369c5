import { startSystem, type System } from '#launcher';

function urlOf(system: System, path: string): string {
  return (system.urls['shell'] ?? '') + path;
}

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

describe('the shell', () => {
  const get = (path: string, init?: RequestInit) => fetch(urlOf(system, path), init);

  it('shows the home page with a piece from the calendar', async () => {
    const response = await get('/');
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('href="/calendar"');
    expect(html).not.toContain('is not available');
  });

  it('passes the calendar’s pages through, in the chrome, under the request’s own id', async () => {
    const response = await get('/calendar');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('cn-header');
    expect(response.headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/);
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe-inline');
  });

  it('does not let a client choose its request id or vouch for itself', async () => {
    const response = await get('/calendar', {
      headers: { 'x-request-id': 'chosen-by-me', 'x-identity': 'forged' },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('x-request-id')).not.toBe('chosen-by-me');
  });

  it.each([
    ['/robots.txt', 'text/plain; charset=utf-8', 'Sitemap: '],
    ['/sitemap.xml', 'application/xml; charset=utf-8', '/calendar/sitemap.xml</loc>'],
    ['/favicon.svg', 'image/svg+xml; charset=utf-8', '<svg'],
    ['/favicon.ico', 'image/svg+xml; charset=utf-8', '<svg'],
    ['/chrome', 'application/json; charset=utf-8', '"version"'],
    ['/health', 'application/json; charset=utf-8', '"ready"'],
    ['/accessibility', 'text/html; charset=utf-8', 'Tell us when something stands in your way'],
  ])('answers %s', async (path, type, part) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(await response.text()).toContain(part);
  });

  it('does not bar calendar programs from the feeds', async () => {
    const barred = (await (await get('/robots.txt')).text()).match(/^Disallow: (.*)$/gm) ?? [];
    expect(barred.some((line) => '/calendar/feeds/all.ics'.startsWith(line.slice('Disallow: '.length)))).toBe(
      false,
    );
  });

  it('answers an address that does not exist with a page, and an API’s with problem+json', async () => {
    const page = await get('/nothing-here', { headers: { accept: 'text/html' } });
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('Page not found');
    const api = await get('/api/v1/nothing');
    expect(api.status).toBe(404);
    expect(api.headers.get('content-type')).toContain('application/problem+json');
  });

  it('serves the shared styles for a year, and sends chrome again only when it changed', async () => {
    const chrome = await get('/chrome');
    const { stylesheets } = (await chrome.json()) as { stylesheets: string[] };
    const style = await get(stylesheets[0] ?? '');
    expect(style.headers.get('cache-control')).toContain('immutable');
    const again = await get('/chrome', { headers: { 'if-none-match': chrome.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });
});

describe('when a part is down', () => {
  it('the calendar stopped: the rest answers and says so', async () => {
    await system.kill('events-calendar', 'SIGKILL');
    const home = await fetch(urlOf(system, '/'));
    expect(home.status).toBe(200);
    expect(await home.text()).toContain('The calendar is not available at the moment');
    const page = await fetch(urlOf(system, '/calendar'));
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('The calendar is not available');
    const api = await fetch(urlOf(system, '/api/v1/events-calendar/events'));
    expect(api.status).toBe(503);
    expect(await api.json()).toMatchObject({ code: 'part-unavailable', status: 503 });
    expect((await fetch(urlOf(system, '/accessibility'))).status).toBe(200);
    expect((await fetch(urlOf(system, '/health'))).status).toBe(503);
    await system.restart('events-calendar');
    expect((await fetch(urlOf(system, '/calendar'))).status).toBe(200);
    expect((await fetch(urlOf(system, '/health'))).status).toBe(200);
  });

  it('the shell stopped: the calendar’s own pages still render, in the fallback, with styles of its own', async () => {
    const own = system.urls['events-calendar'] ?? '';
    await system.kill('shell', 'SIGKILL');
    // A calendar that starts while there is no shell has never seen the shell's chrome.
    await system.restart('events-calendar');
    const response = await fetch(`${own}/calendar`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('cn-header');
    const style = /href="(\/calendar\/assets\/ui-[^"]+\.css)"/.exec(html)?.[1];
    expect((await fetch(own + (style ?? ''))).status).toBe(200);
    await system.restart('shell');
  });
});
