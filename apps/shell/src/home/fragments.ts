import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { identityHeader } from '#platform';
import { WhoAsks } from '../identity/who-asks.js';
import { parts, type Part } from '../parts.js';
import type { ShellSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';

/** How long a part may take over its piece of a page, in milliseconds. */
const limit = 1000;

/** A part's piece of a page; `html` is `null` when it could not be had. */
export interface Fragment {
  readonly part: Part;
  readonly html: string | null;
}

/** Fetches the pieces of a page that other services make, side by side; none can hold up or break the others. */
@Injectable()
export class Fragments {
  constructor(
    @Inject(SETTINGS) private readonly settings: ShellSettings,
    private readonly whoAsks: WhoAsks,
  ) {}

  async forHome(request: FastifyRequest): Promise<Fragment[]> {
    return Promise.all(
      parts.flatMap((part) =>
        part.homeFragment === null ? [] : [this.fetch(part, part.homeFragment, request)],
      ),
    );
  }

  private async fetch(part: Part, path: string, request: FastifyRequest): Promise<Fragment> {
    try {
      const identity = await this.whoAsks.token(request.raw, part.app);
      const response = await fetch(`${this.settings.upstreams.get(part.app)}${path}`, {
        headers: {
          'x-request-id': request.id,
          ...(identity === null ? {} : { [identityHeader]: identity }),
        },
        redirect: 'error',
        signal: AbortSignal.timeout(limit),
      });
      if (!response.ok) throw new Error(`answered ${response.status}`);
      return { part, html: await response.text() };
    } catch (error) {
      request.log.warn({ err: error, part: part.app }, 'a piece of the home page could not be had');
      return { part, html: null };
    }
  }
}
