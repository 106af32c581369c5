import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { AppName } from '#contracts';
import { addressVariable, type Log } from '#platform';
import type { MailerSettings } from '../settings.js';
import { LOG, SETTINGS } from '../tokens.js';

/** How long a service may take to answer unless it is said otherwise, in milliseconds: somebody waits for the page. */
const usualLimit = 3000;

/** What a service answered. */
export type Answer<Told> =
  | { readonly kind: 'told'; readonly told: Told }
  /** It could not be asked, or said something that is not understood. */
  | { readonly kind: 'silent' };

export interface Asking {
  /** The request behind it, to find it in the logs of both. */
  readonly requestId: string;
  readonly method?: 'GET' | 'POST';
  /** Sent as JSON. */
  readonly body?: unknown;
  /** How long it may take, in milliseconds. */
  readonly limit?: number;
}

/** Asks the other services, and this one as if it were another, at their internal addresses. */
@Injectable()
export class ServiceCalls {
  constructor(
    @Inject(SETTINGS) private readonly settings: MailerSettings,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Never throws: what does not answer holds up nobody.
   *
   * @param path `/internal/…`
   */
  async ask<Schema extends z.ZodType>(
    app: AppName,
    path: string,
    schema: Schema,
    { requestId, method = 'GET', body, limit = usualLimit }: Asking,
  ): Promise<Answer<z.output<Schema>>> {
    try {
      const address = this.settings.services[addressVariable(app)] ?? '';
      const response = await fetch(address + path, {
        method,
        headers: {
          accept: 'application/json',
          authorization: `Bearer ${this.settings.INTERNAL_KEY}`,
          'x-request-id': requestId,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(limit),
      });
      if (!response.ok) throw new Error(`answered ${response.status}`);
      return { kind: 'told', told: schema.parse(await response.json()) };
    } catch (error) {
      this.log.warn({ err: error, part: app, reqId: requestId }, 'a service could not be asked');
      return { kind: 'silent' };
    }
  }
}
