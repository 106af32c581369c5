import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSignedIn, PublicResponses, signInCodes, type Identity, type Problem } from '#platform';
import type { Chrome } from '../chrome/chrome.js';
import { clearFlashCookie, readFlashCookie, setFlashCookie } from '../flash/flash-cookie.js';
import type { Notice } from '../flash/notice.js';
import { renderPage, type Page } from '../layout/render-page.js';
import { renderErrorPage, type Surroundings } from '../layout/standard-pages.js';
import { signInLink } from './return-path.js';

/** What a page says for itself; what surrounds it, its path and notices are added to it. */
export type OwnPage = Omit<Page, keyof Surroundings | 'notices' | 'path'>;

export interface SiteOptions {
  /** The navigation's name of this service's part of the site; `null` outside any. */
  readonly section: string | null;
  /** The address of the whole site, as browsers see it. */
  readonly publicUrl: string;
  readonly chrome: () => Chrome;
  readonly publicResponses: PublicResponses;
}

/** What has to be known of a request to say who asks, and where they would come back to. */
type Asked = Pick<FastifyRequest, 'method' | 'url' | 'headers'> & { readonly identity: Identity };

const accountPaths = { href: '/members/account', signOut: '/members/sign-out' } as const;
const stopActingPath = '/members/acting/stop';

const unconfirmedNotice: Notice = {
  type: 'important',
  text: 'We cannot confirm who you are at the moment, so this page shows what everybody may see. Try again in a few minutes: nothing is lost, and you stay signed in.',
};

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
   * Sends a page that is the same for every visitor, or for every time that the same signed-in reader asks for it, and
   * keeps it until what it was made from changes. Whoever has a notice waiting gets one of their own.
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

  /**
   * The page for an error. An unknown failure shows its request id, so that staff can find it in the logs; where signing
   * in may help, that is offered.
   */
  readonly errorPage = ({ status, code, title, detail }: Problem, request: FastifyRequest): string => {
    const around = this.around(request);
    return renderErrorPage(around, {
      status,
      title,
      detail,
      requestId: status >= 500 && status !== 503 ? request.id : null,
      signIn: signInCodes.has(code) ? (around.signIn ?? null) : null,
    });
  };

  /** What stands around a page for whoever asks for it. */
  around(request: Asked): Surroundings {
    const { identity } = request;
    const chrome = this.options.chrome();
    return {
      chrome,
      section: this.options.section,
      account: isSignedIn(identity) ? { name: identity.name, ...accountPaths } : null,
      // Whoever cannot be confirmed is probably signed in.
      signIn: identity.state === 'unavailable' ? null : signInLink(chrome.signIn, request, this.publicUrl),
      acting: identity.actor === null ? null : { forName: identity.name, stop: stopActingPath },
    };
  }

  private render(request: FastifyRequest, page: OwnPage, notices: readonly Notice[]): string {
    return renderPage({
      ...page,
      ...this.around(request),
      path: request.url.split('?', 1)[0] ?? null,
      notices: request.identity.state === 'unavailable' ? [unconfirmedNotice, ...notices] : notices,
    });
  }
}
