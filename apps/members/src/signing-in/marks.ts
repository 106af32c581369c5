import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { MembersSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';

/**
 * Marks that only this service can make. What people can guess (a code of six characters, an address) cannot be found from
 * its mark by trying, not even with a copy of the database.
 */
@Injectable()
export class Marks {
  private readonly key: Buffer;

  constructor(@Inject(SETTINGS) { IDENTITY_SECRET }: Pick<MembersSettings, 'IDENTITY_SECRET'>) {
    this.key = Buffer.from(hkdfSync('sha256', IDENTITY_SECRET, '', 'marks of sign-in', 32));
  }

  /** What is kept of the code that a browser shows for its request. */
  ofCode(requestId: string, code: string): string {
    return this.mark('code', requestId, code);
  }

  /** What a browser keeps from which somebody signed in to the address: it may go on asking when others may not. */
  ofKnownBrowser(address: string): string {
    return this.mark('known browser', address);
  }

  private mark(...parts: readonly string[]): string {
    return createHmac('sha256', this.key).update(JSON.stringify(parts)).digest('base64url');
  }
}
