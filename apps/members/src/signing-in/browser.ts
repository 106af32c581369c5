import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Network } from '#checks';
import { askedFrom, readCookie, sessionCookieName } from '#platform';
import { Site } from '#ui';
import { hostCookieName, setCookie } from '../cookies.js';
import { longest as longestSession } from '../sessions/domain/session-life.js';

/** Of whoever is on the way to signing in: longer than a link and the form of a new record take together. */
const signingInFor = 60 * 60;

/** So long a browser is known again after a sign-in: a year. */
const knownFor = 365 * 24 * 60 * 60;

/** What a browser shows of itself while somebody signs in with it. */
export interface Browser {
  readonly userAgent: string | null;
  readonly network: Network;
  /** The secret that it was given when it asked; `null`: it did not ask. */
  readonly askingSecret: string | null;
  /** The secret of the session that it has now, if any. */
  readonly sessionSecret: string | null;
  /** The mark of the address that was last signed in to with it. */
  readonly knownMark: string | null;
}

/** The cookies of signing in. */
@Injectable()
export class SignInCookies {
  private readonly publicUrl: string;

  constructor({ publicUrl }: Site) {
    this.publicUrl = publicUrl;
  }

  read(request: FastifyRequest): Browser {
    const { headers } = request;
    const { cookie } = headers;
    return {
      userAgent: headers['user-agent'] ?? null,
      network: askedFrom(request),
      askingSecret: readCookie(cookie, hostCookieName('signing-in', this.publicUrl)),
      sessionSecret: readCookie(cookie, sessionCookieName(this.publicUrl)),
      knownMark: readCookie(cookie, hostCookieName('known', this.publicUrl)),
    };
  }

  asking(secret: string): string {
    return setCookie(hostCookieName('signing-in', this.publicUrl), secret, signingInFor, this.publicUrl);
  }

  /** Whoever has signed in is no longer on the way to it. */
  signedIn(sessionSecret: string, knownMark: string): string[] {
    return [
      setCookie(
        sessionCookieName(this.publicUrl),
        sessionSecret,
        longestSession.total('seconds'),
        this.publicUrl,
      ),
      setCookie(hostCookieName('known', this.publicUrl), knownMark, knownFor, this.publicUrl),
      setCookie(hostCookieName('signing-in', this.publicUrl), '', 0, this.publicUrl),
    ];
  }

  signedOut(): string {
    return setCookie(sessionCookieName(this.publicUrl), '', 0, this.publicUrl);
  }
}
