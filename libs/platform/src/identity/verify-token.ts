import { errors, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { roles, type Identity } from './identity.js';
import { publishedKeys } from './published-keys.js';
import { UntrustedToken, verifySignature } from './verify-signature.js';

export { UntrustedToken } from './verify-signature.js';

/** The header in which the shell hands a service the identity token. Whatever a client sends in it is dropped there. */
export const identityHeader = 'x-identity';

/** Stands in that header where somebody has a session, but `members` cannot be asked whose. */
export const identityUnavailable = 'unavailable';

/** Who issues identity tokens. */
export const identityIssuer = 'members';

const claims = z.object({
  iss: z.literal(identityIssuer),
  /** One app: a token for several could be used by any of them at the others. */
  aud: z.string(),
  sub: z.string().min(1),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  boards: z.array(z.string()).default([]),
  via: z.enum(['session', 'api']).default('session'),
  /** A token that does not say may only read. */
  access: z.enum(['read', 'write']).default('read'),
  /** Who acts for the person (RFC 8693 §4.1). */
  act: z.object({ sub: z.string().min(1), name: z.string() }).optional(),
  sid: z.string().min(1).optional(),
  jti: z.string().min(1).optional(),
  exp: z.number(),
  nbf: z.number().optional(),
});

/** What an identity token says of the person, besides issuer, audience and times. */
export type IdentityClaims = Omit<z.input<typeof claims>, 'iss' | 'aud' | 'exp' | 'nbf'>;

function identityFrom(claim: z.output<typeof claims>): Identity {
  const { act } = claim;
  return {
    personId: claim.sub,
    name: claim.name,
    roles: claim.roles,
    boards: claim.boards,
    via: claim.via,
    actor: act ? { personId: act.sub, name: act.name } : null,
    mayWrite: claim.access === 'write',
    sessionId: claim.sid ?? null,
    state: 'confirmed',
  };
}

/** Verified tokens are remembered until they end: a person's pages come in bursts with the same token. */
const remembered = 1000;

/** Verifies identity tokens: EdDSA signed, issued by `members`, for this service only, not expired. */
export class TokenVerifier {
  private readonly known = new Map<string, { identity: Identity; expires: number }>();

  constructor(
    private readonly keys: JWTVerifyGetKey,
    private readonly audience: string,
    private readonly now: () => number = Date.now,
  ) {}

  /** A verifier that reads the published keys of `members`. */
  static remote(keysUrl: string, audience: string): TokenVerifier {
    return new TokenVerifier(publishedKeys(keysUrl), audience);
  }

  /** Whose token it is, if it was verified before and has not ended; without waiting. */
  remembered(token: string): Identity | null {
    const hit = this.known.get(token);
    if (hit === undefined) return null;
    if (hit.expires > this.now()) return hit.identity;
    this.known.delete(token);
    return null;
  }

  /**
   * @throws UntrustedToken
   * @throws KeysUnavailable
   */
  async verify(token: string): Promise<Identity> {
    const hit = this.remembered(token);
    if (hit !== null) return hit;
    try {
      const claim = claims.parse(await verifySignature(token, this.keys));
      const seconds = this.now() / 1000;
      if (claim.aud !== this.audience) throw new UntrustedToken('meant for another service');
      if (claim.exp <= seconds) throw new UntrustedToken('expired');
      if (claim.nbf !== undefined && claim.nbf > seconds) throw new UntrustedToken('not good yet');
      const identity = identityFrom(claim);
      this.remember(token, identity, claim.exp * 1000);
      return identity;
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof z.ZodError) {
        throw new UntrustedToken(error.message, { cause: error });
      }
      throw error;
    }
  }

  private remember(token: string, identity: Identity, expires: number): void {
    if (this.known.size >= remembered) {
      const oldest = this.known.keys().next();
      if (!oldest.done) this.known.delete(oldest.value);
    }
    this.known.set(token, { identity, expires });
  }
}
