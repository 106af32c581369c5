import { identityUnavailable, type IdentityToken } from '#platform';
import type { AskMembers } from './ask-members.js';
import type { Credential } from './credentials.js';
import { Recent } from './recent.js';

/** What is known of a credential. */
export type SignIn =
  | {
      readonly state: 'signed-in';
      /** Identity tokens by the app that each is made out to. */
      readonly tokens: Readonly<Record<string, string>>;
    }
  /** There is no such session or API token. */
  | { readonly state: 'unknown' }
  /** `members` cannot be asked. */
  | { readonly state: 'unavailable' };

const unknown: SignIn = { state: 'unknown' };
const unavailable: SignIn = { state: 'unavailable' };

interface Known {
  readonly signIn: SignIn;
  readonly sessionId: string;
  /** When `members` was asked; the answer holds what was so then. */
  readonly askedAt: number;
  /** From here on new tokens are fetched behind the requests. */
  readonly renewAt: number;
  /** From here on the tokens are of no use. */
  readonly endsAt: number;
  /** Where ends of sessions are not heard of: when to ask again. */
  recheckAt: number;
}

/** Times are milliseconds. */
export const limits = {
  /** How many sessions and API tokens are remembered. */
  known: 10_000,
  unknown: 10_000,
  /** How many questions may wait for `members` at once; beyond that nobody new can be confirmed. */
  asking: 1_000,
  /** How long before their end tokens are renewed, if they live for five times that. */
  renewBefore: 60_000,
  /** What a token may need on its way to the part that verifies it. */
  onTheWay: 1_000,
  /** For how long an answer holds where ends of sessions are not heard of. */
  recheck: 5_000,
  /** For how long a credential that is nobody's is not asked for again. */
  rememberUnknown: 30_000,
  /** For how long `members` is left alone when it did not answer. */
  quiet: 1_000,
} as const;

/** What secrets look like; anything else is nobody's without asking. */
const plausible = /^[\w-]{16,200}$/;

/**
 * Who is behind the sessions and API tokens that come in, as `members` says; an answer is kept for as long as it is good.
 *
 * While ends of sessions are heard of ({@link hears}), an answer that was given since is good until its tokens end.
 * Otherwise `members` is asked again every few seconds and, where it does not answer, believed until the tokens end.
 */
export class SignIns {
  private readonly known = new Recent<Known>(limits.known, ({ sessionId }) =>
    this.keyOfSession.delete(sessionId),
  );
  private readonly keyOfSession = new Map<string, string>();
  /** Until when each is not to be asked for again. */
  private readonly unknown = new Recent<number>(limits.unknown);
  /** One question at a time for each; whoever else wants to know waits for the same answer. */
  private readonly asking = new Map<string, Promise<SignIn | null>>();
  private heardSince: number | null = null;
  private quietUntil = 0;

  /** @param failed told of each question that was not answered */
  constructor(
    private readonly ask: AskMembers,
    private readonly failed: (error: unknown) => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** Who it is: at once where that is known, else as soon as `members` says. Never rejects. */
  of(credential: Credential): SignIn | Promise<SignIn> {
    const key = `${credential.kind} ${credential.secret}`;
    const now = this.now();
    const known = this.known.get(key);
    if (known !== undefined && now < known.endsAt) {
      const isCovered = this.heardSince !== null && known.askedAt >= this.heardSince;
      if (!isCovered && now >= known.recheckAt) return this.learn(key, credential, known);
      if (now >= known.renewAt) void this.learn(key, credential, known);
      return known.signIn;
    }
    if (!plausible.test(credential.secret) || now < (this.unknown.get(key) ?? 0)) return unknown;
    return this.learn(key, credential, null);
  }

  /** Ends of sessions are heard of from now on. */
  hears(): void {
    this.heardSince = this.now();
  }

  /** They are no longer. */
  hearsNoMore(): void {
    this.heardSince = null;
  }

  /** What was known of a session or API token, or is just being asked, no longer holds. */
  ended(sessionId: string): void {
    const key = this.keyOfSession.get(sessionId);
    if (key !== undefined) this.known.delete(key);
    // Which of the open questions it concerns cannot be told: none of their answers is kept.
    this.asking.clear();
  }

  /** So does nothing that is known. */
  allEnded(): void {
    this.known.clear();
    this.asking.clear();
  }

  /** What a credential stands for may have changed just now. */
  forget({ kind, secret }: Credential): void {
    const key = `${kind} ${secret}`;
    this.known.delete(key);
    this.asking.delete(key);
  }

  private learn(key: string, credential: Credential, known: Known | null): SignIn | Promise<SignIn> {
    const without = () => (known !== null && this.now() < known.endsAt ? known.signIn : unavailable);
    if (this.now() < this.quietUntil) return without();
    let asking = this.asking.get(key);
    if (asking === undefined) {
      if (this.asking.size >= limits.asking) return without();
      asking = this.question(key, credential, () => this.asking.get(key) === asking);
      this.asking.set(key, asking);
    }
    return asking.then((signIn) => {
      if (signIn !== null) return signIn;
      if (known !== null) known.recheckAt = this.now() + limits.recheck;
      return without();
    });
  }

  /** @param isWanted whether the answer may be kept: nothing has changed since it was asked for */
  private async question(
    key: string,
    credential: Credential,
    isWanted: () => boolean,
  ): Promise<SignIn | null> {
    const askedAt = this.now();
    try {
      const answer = await this.ask(credential);
      const keep = isWanted();
      if (answer.state === 'unknown') {
        this.known.delete(key);
        if (keep) this.unknown.set(key, this.now() + limits.rememberUnknown);
        return unknown;
      }
      const signIn: SignIn = { state: 'signed-in', tokens: answer.tokens };
      if (keep) this.keep(key, answer.sessionId, signIn, askedAt, Date.parse(answer.expiresAt));
      return signIn;
    } catch (error) {
      this.quietUntil = this.now() + limits.quiet;
      this.failed(error);
      return null;
    } finally {
      if (isWanted()) this.asking.delete(key);
    }
  }

  private keep(key: string, sessionId: string, signIn: SignIn, askedAt: number, expiresAt: number): void {
    this.known.set(key, {
      signIn,
      sessionId,
      askedAt,
      renewAt: expiresAt - Math.min(limits.renewBefore, (expiresAt - askedAt) / 5),
      endsAt: expiresAt - limits.onTheWay,
      recheckAt: askedAt + limits.recheck,
    });
    this.keyOfSession.set(sessionId, key);
  }
}

/**
 * What to tell an app of whoever signed in.
 *
 * @param signIn `null` for a visitor
 */
export function tokenFor(signIn: SignIn | null, app: string): IdentityToken {
  if (signIn === null || signIn.state === 'unknown') return null;
  // A session is vouched for to every app; if not to this one, that is no reason to make a visitor of anybody.
  return signIn.state === 'signed-in' ? (signIn.tokens[app] ?? identityUnavailable) : identityUnavailable;
}
