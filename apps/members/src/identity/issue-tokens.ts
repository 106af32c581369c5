import { Inject, Injectable } from '@nestjs/common';
import { SignJWT } from 'jose';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { identityIssuer, type IdentityClaims } from '#platform';
import type { MembersSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { SigningKeys } from './signing-keys.js';

/** What a token says in one app. */
export interface Audience {
  readonly app: string;
  readonly access: 'read' | 'write';
}

/** Identity tokens by the app that each is made out to. */
export interface IssuedTokens {
  readonly tokens: Readonly<Record<string, string>>;
  readonly expiresAt: Temporal.Instant;
}

/** Makes out identity tokens (JWT, RFC 7519): each for one app, for a few minutes. */
@Injectable()
export class IssueTokens {
  constructor(
    private readonly keys: SigningKeys,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<MembersSettings, 'IDENTITY_TOKEN_SECONDS'>,
  ) {}

  async issue(
    claims: Omit<IdentityClaims, 'access' | 'jti'>,
    audiences: readonly Audience[],
  ): Promise<IssuedTokens> {
    const { kid, privateKey } = await this.keys.current();
    const now = this.clock();
    const expiresAt = now.add({ seconds: this.settings.IDENTITY_TOKEN_SECONDS });
    const tokens = audiences.map(async ({ app, access }) => {
      const token = await new SignJWT({ ...claims, access })
        .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'JWT' })
        .setIssuer(identityIssuer)
        .setAudience(app)
        .setIssuedAt(secondsOf(now))
        .setExpirationTime(secondsOf(expiresAt))
        .setJti(uuidv7())
        .sign(privateKey);
      return [app, token] as const;
    });
    // A token ends with a whole second (RFC 7519 §2, NumericDate).
    const end = Temporal.Instant.fromEpochMilliseconds(secondsOf(expiresAt) * 1000);
    return { tokens: Object.fromEntries(await Promise.all(tokens)), expiresAt: end };
  }
}

const secondsOf = (instant: Temporal.Instant): number => Math.floor(instant.epochMilliseconds / 1000);
