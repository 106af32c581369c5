import type { System } from '#launcher';

/** What a browser was answered. */
export interface Visited {
  readonly status: number;
  readonly html: string;
  /** Where a redirect leads; `null` for any other answer. */
  readonly location: string | null;
  readonly headers: Headers;
}

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface BrowserOptions {
  /** What it says that it is. */
  readonly userAgent?: string;
  /** The site's address, if it is not the shell's. */
  readonly origin?: string;
  /** Headers that it sends with each request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A browser of somebody's, as far as it matters here: it keeps cookies and sends forms as from our own pages. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  private readonly origin: string;

  constructor(
    system: System,
    private readonly options: BrowserOptions = {},
  ) {
    this.origin = options.origin ?? system.urls['shell'] ?? '';
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Visited> {
    return this.ask(path, { headers });
  }

  /** Sends a form, and does not follow where it leads. */
  post(path: string, fields: Fields = {}, headers: Readonly<Record<string, string>> = {}): Promise<Visited> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one);
    }
    return this.ask(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin', ...headers } });
  }

  /** Opens a path and follows redirects to a page. */
  async open(path: string): Promise<Visited> {
    let visited = await this.get(path);
    for (let hops = 0; visited.location !== null && hops < 5; hops += 1) {
      visited = await this.get(visited.location);
    }
    return visited;
  }

  /** Another browser that has the same cookies, as a thief of them would. */
  copy(system: System, options: BrowserOptions = this.options): TestBrowser {
    const other = new TestBrowser(system, options);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  private async ask(path: string, init: RequestInit): Promise<Visited> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.origin + path, {
      redirect: 'manual',
      ...init,
      headers: {
        accept: 'text/html',
        'user-agent':
          this.options.userAgent ?? 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
        ...(cookie !== '' && { cookie }),
        ...this.options.headers,
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return {
      status: response.status,
      html: await response.text(),
      location: response.headers.get('location'),
      headers: response.headers,
    };
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** What a page says, without its markup. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<(head|script)\b.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
