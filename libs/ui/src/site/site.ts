import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSignedIn, PublicResponses, type Problem } from '#platform';
import type { Chrome } from '../chrome/chrome.js';
import { clearFlashCookie, readFlashCookie, setFlashCookie } from '../flash/flash-cookie.js';
import type { Notice } from '../flash/notice.js';
import { renderPage, type Page } from '../layout/render-page.js';
import { renderErrorPage } from '../layout/standard-pages.js';

/** What a page says for itself; chrome, section, account and notices are added to it. */
export type OwnPage = Omit<Page, 'chrome' | 'section' | 'account' | 'notices' | 'path'>;

export interface SiteOptions {
  /** The navigation's name of this service's part of the site; `null` outside any. */
  readonly section: string | null;
  /** The address of the whole site, as browsers see it. */
  readonly publicUrl: string;
  readonly chrome: () => Chrome;
  readonly publicResponses: PublicResponses;
}

const html = 'text/html; charset=utf-8';

/** How the pages of one service leave it: in the chrome, with notices, cached for visitors where they are public. */
export class Site {
  readonly publicUrl: string;

  constructor(private readonly options: SiteOptions) {
    this.publicUrl = options.publicUrl;
  }

  /** A path of this site as a complete address. */
  absolute(path: string): string {
    return this.publicUrl + path;
  }

  /** Sends a page made for this one reader; nobody may keep a copy. */
  send(request: FastifyRequest, reply: FastifyReply, page: OwnPage, status = 200): FastifyReply {
    const notices = readFlashCookie(request.headers.cookie, this.publicUrl);
    if (notices.length > 0) reply.header('set-cookie', clearFlashCookie(this.publicUrl));
    return reply
      .code(status)
      .header('cache-control', 'private, no-store')
      .type(html)
      .send(this.render(request, page, notices));
  }

  /**
   * Sends a page that is the same for every visitor, and keeps it for the next one until what it was made from changes.
   * Whoever is signed in, or has a notice waiting, gets one of their own.
   *
   * @param make what makes the page; it is called after the state of the data has been noted, so that a change
   *   meanwhile is not missed
   */
  async sendPublic(
    request: FastifyRequest,
    reply: FastifyReply,
    make: () => Promise<OwnPage>,
  ): Promise<FastifyReply> {
    const { publicResponses } = this.options;
    const generation = publicResponses.generation('page');
    const page = await make();
    if (!PublicResponses.isEligible(request)) {
      return this.send(request, reply, page);
    }
    const body = this.render(request, page, []);
    return publicResponses.send(request, reply, { kind: 'page', contentType: html, body }, generation);
  }

  /** Sends the browser on after a form was dealt with (303, so that going back or reloading does not send it again). */
  redirect(reply: FastifyReply, path: string, notice?: Notice): FastifyReply {
    if (notice) reply.header('set-cookie', setFlashCookie([notice], this.publicUrl));
    return reply.redirect(path, 303);
  }

  /** The page for an error; an unknown failure shows its request id, so that staff can find it in the logs. */
  readonly errorPage = ({ status, title, detail }: Problem, request: FastifyRequest): string =>
    renderErrorPage(
      { chrome: this.options.chrome(), section: this.options.section, account: accountOf(request) },
      { status, title, detail, requestId: status >= 500 ? request.id : null },
    );

  private render(request: FastifyRequest, page: OwnPage, notices: readonly Notice[]): string {
    return renderPage({
      ...page,
      chrome: this.options.chrome(),
      section: this.options.section,
      path: request.url.split('?', 1)[0] ?? null,
      account: accountOf(request),
      notices,
    });
  }
}

function accountOf(request: FastifyRequest): Page['account'] {
  return isSignedIn(request.identity) ? { name: request.identity.name, href: null } : null;
}
