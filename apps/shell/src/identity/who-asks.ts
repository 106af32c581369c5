import type { IncomingMessage } from 'node:http';
import { sessionCookieName, type IdentityToken } from '#platform';
import { readHead, type RequestHead } from '../request-head.js';
import { credentialOf, withoutSession, type Credential } from './credentials.js';
import { tokenFor, type SignIn, type SignIns } from './sign-ins.js';

/** Who is behind a request, and what other services are told of it. */
export class WhoAsks {
  private readonly cookieName: string;

  constructor(
    private readonly signIns: SignIns,
    publicUrl: string,
  ) {
    this.cookieName = sessionCookieName(publicUrl);
  }

  credential(head: Pick<RequestHead, 'cookie' | 'authorization'>, path: string): Credential | null {
    // Most requests are visitors' and show nothing.
    if (head.cookie === null && head.authorization === null) return null;
    return credentialOf(head, path, this.cookieName);
  }

  signIn(credential: Credential | null): SignIn | null | Promise<SignIn> {
    return credential === null ? null : this.signIns.of(credential);
  }

  /** The identity token of a request's for an app. */
  async token({ rawHeaders, url = '' }: IncomingMessage, app: string): Promise<IdentityToken> {
    return tokenFor(await this.signIn(this.credential(readHead(rawHeaders), url)), app);
  }

  /** What is known of a credential may be out of date from now on. */
  forget(credential: Credential): void {
    this.signIns.forget(credential);
  }

  /**
   * The cookies that a part is given. The session's own is for `members` alone: another part that was taken over could
   * go on as the person with it.
   *
   * @returns `null` if none is left
   */
  cookiesFor(app: string, cookie: string | null): string | null {
    return cookie === null || app === 'members' ? cookie : withoutSession(cookie, this.cookieName);
  }
}
