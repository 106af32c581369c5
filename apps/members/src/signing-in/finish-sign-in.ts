import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dateOf, visitor, type Actor } from '#platform';
import { AuditLog } from '../audit/audit-log.js';
import { calledName, isCurrent, type Person } from '../people/domain/person.js';
import { PeopleRepository } from '../people/people.repository.js';
import { VerifyEmail } from '../people/verify-email.js';
import { Sessions } from '../sessions/sessions.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Browser } from './browser.js';
import { Marks } from './marks.js';
import { MayAskToSignIn } from './may-ask.js';
import { SignInRequestRow } from './sign-in-request.entity.js';

/** A session that has just begun. */
export interface SignedIn {
  readonly kind: 'signed-in';
  /** For the session cookie. */
  readonly secret: string;
  /** For the cookie by which the browser is known again. */
  readonly knownMark: string;
  readonly name: string;
  readonly returnPath: string;
}

/** What every way of signing in ends with. Another way than a mailed link, or a second factor before it, would end here too. */
@Injectable()
export class FinishSignIn {
  constructor(
    private readonly people: PeopleRepository,
    private readonly verifyEmail: VerifyEmail,
    private readonly sessions: Sessions,
    private readonly mayAsk: MayAskToSignIn,
    private readonly marks: Marks,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Begins a session for the person with the request's address.
   *
   * @param request one that let the browser in, locked
   * @returns `null` where nobody has the address: they may make a record of their own first
   */
  async within(
    manager: EntityManager,
    request: SignInRequestRow,
    browser: Browser,
    requestId: string,
  ): Promise<SignedIn | null> {
    const found = await this.people.findByAddress(request.address, manager);
    if (!found || !isCurrent(found)) return null;
    const actor = actorOf(found, requestId);
    // The mail has reached them, or they would not be here.
    const person = await this.verifyEmail.within(manager, actor, found.id, request.address);
    return this.begin(manager, person, request, browser, requestId);
  }

  /** Begins the person's session and uses up the request. */
  async begin(
    manager: EntityManager,
    person: Person,
    request: SignInRequestRow,
    browser: Browser,
    requestId: string,
  ): Promise<SignedIn> {
    const now = this.clock();
    await manager.update(SignInRequestRow, { id: request.id }, { usedAt: dateOf(now) });
    await this.endCurrent(manager, browser);
    const { userAgent, network } = browser;
    const session = await this.sessions.start(
      manager,
      { personId: person.id, userAgent, network: network.words },
      now,
    );
    await this.mayAsk.giveBack(manager, network);
    await this.audit.record(manager, {
      act: 'signed-in',
      actor: actorOf(person, requestId),
      subject: { id: person.id, name: calledName(person) },
      details: { network: network.words },
    });
    return {
      kind: 'signed-in',
      secret: session.secret,
      knownMark: this.marks.ofKnownBrowser(request.address),
      name: calledName(person),
      returnPath: request.returnPath,
    };
  }

  /** A browser has one session: a new one takes the place of what was there. */
  private async endCurrent(manager: EntityManager, { sessionSecret }: Browser): Promise<void> {
    if (sessionSecret === null) return;
    const current = await this.sessions.find(sessionSecret, this.clock(), manager);
    if (current) await this.sessions.end(manager, current.id, 'replaced', this.clock());
  }
}

/** The person who signs in, before anything vouches for them. */
function actorOf(person: Person, requestId: string): Actor {
  return { identity: { ...visitor, personId: person.id, name: calledName(person) }, requestId };
}
