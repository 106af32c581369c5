import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { mailKindNames } from '#contracts';
import { isOptional } from '../mails/domain/fate.js';
import type { MailerSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import { unsubscribePath } from './addresses.js';
import { makeToken, readToken, type Subscription } from './domain/unsubscribe-token.js';

/** Makes the links with which people end a kind of mail, and knows them again. */
@Injectable()
export class UnsubscribeLinks {
  private readonly key: Buffer;
  private readonly publicUrl: string;

  constructor(@Inject(SETTINGS) settings: Pick<MailerSettings, 'MAIL_SECRET' | 'PUBLIC_URL'>) {
    this.key = Buffer.from(hkdfSync('sha256', settings.MAIL_SECRET, '', 'links to end mails', 32));
    this.publicUrl = settings.PUBLIC_URL;
  }

  /**
   * The complete address for a mail's foot and its `List-Unsubscribe`.
   *
   * @returns `null` where there is nothing to end: mails of the kind cannot be switched off, or it is nobody's we know
   */
  of(personId: string | null, kind: string): string | null {
    const name = mailKindNames.find((each) => each === kind);
    if (personId === null || name === undefined || !isOptional(name)) return null;
    return this.publicUrl + unsubscribePath(makeToken(this.key, { personId, kind: name }));
  }

  /** @returns `null` when the token is none of ours, or its kind cannot be switched off (any more) */
  read(token: string): Subscription | null {
    const subscription = readToken(this.key, token);
    return subscription !== null && isOptional(subscription.kind) ? subscription : null;
  }
}
