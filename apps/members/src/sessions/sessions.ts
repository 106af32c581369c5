import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import { IsNull, MoreThan, Not, type DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { dateOf, instantOf } from '#platform';
import { hashOf, newSecret } from '../secrets.js';
import { expiryOf, isDueToBeNoted, type EndedWhy } from './domain/session-life.js';
import { SessionRow } from './session.entity.js';

/** What a new session is made of. */
export interface NewSession {
  readonly personId: string;
  readonly userAgent: string | null;
  /** In its coarse form, as people are shown it. */
  readonly network: string;
}

/** What a browser says of itself is cut to so many characters. */
const longestUserAgent = 300;

/**
 * Who is signed in where. What ends a session, or changes whom it acts for, takes effect everywhere once the transaction
 * commits: the tables' triggers announce it and every shell hears of it.
 */
@Injectable()
export class Sessions {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Begins a session. @returns its id, and the secret for the cookie, which is kept nowhere else */
  async start(
    manager: EntityManager,
    { personId, userAgent, network }: NewSession,
    now: Temporal.Instant,
  ): Promise<{ id: string; secret: string }> {
    const secret = newSecret();
    const id = uuidv7();
    await manager.insert(SessionRow, {
      id,
      secretHash: hashOf(secret),
      personId,
      createdAt: dateOf(now),
      lastSeenAt: dateOf(now),
      expiresAt: dateOf(expiryOf(now, now)),
      userAgent: userAgent?.slice(0, longestUserAgent) ?? null,
      network,
    });
    return { id, secret };
  }

  /** The session of a cookie; `null` when there is none, or no longer. */
  async find(
    secret: string,
    now: Temporal.Instant,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<SessionRow | null> {
    return manager.findOneBy(SessionRow, { secretHash: hashOf(secret), ...live(now) });
  }

  /** A person's sessions that have not ended, the latest used first. */
  async of(personId: string, now: Temporal.Instant): Promise<SessionRow[]> {
    return this.dataSource.manager.find(SessionRow, {
      where: { personId, ...live(now) },
      order: { lastSeenAt: 'DESC', id: 'DESC' },
    });
  }

  /** Notes that a session is used, which puts off its end; every few minutes at the most. */
  async touch(session: SessionRow, now: Temporal.Instant): Promise<void> {
    if (!isDueToBeNoted(instantOf(session.lastSeenAt), now)) return;
    await this.dataSource.manager.update(
      SessionRow,
      { id: session.id, endedAt: IsNull() },
      { lastSeenAt: dateOf(now), expiresAt: dateOf(expiryOf(instantOf(session.createdAt), now)) },
    );
  }

  /** @returns whether there was such a session to end */
  async end(
    manager: EntityManager,
    id: string,
    why: EndedWhy,
    now: Temporal.Instant,
    owner?: { readonly personId: string },
  ): Promise<boolean> {
    const ended = await manager.update(
      SessionRow,
      { id, ...owner, endedAt: IsNull() },
      { endedAt: dateOf(now), endedWhy: why },
    );
    return ended.affected === 1;
  }

  /**
   * Ends all of a person's sessions, and those in which staff act for them.
   *
   * @param keep the id of one that goes on
   * @returns how many of the person's own there were
   */
  async endAllOf(
    manager: EntityManager,
    personId: string,
    why: EndedWhy,
    now: Temporal.Instant,
    keep?: string,
  ): Promise<number> {
    await this.stopAllActingFor(manager, personId);
    const ended = await manager.update(
      SessionRow,
      { personId, endedAt: IsNull(), ...(keep !== undefined && { id: Not(keep) }) },
      { endedAt: dateOf(now), endedWhy: why },
    );
    return ended.affected ?? 0;
  }

  /**
   * From now on the session speaks for another person. Whether its owner may act for that person is for the caller to
   * know.
   *
   * @returns whether the session is there to act in
   */
  async startActing(
    manager: EntityManager,
    id: string,
    personId: string,
    until: Temporal.Instant,
  ): Promise<boolean> {
    const changed = await manager.update(
      SessionRow,
      { id, endedAt: IsNull() },
      { actingFor: personId, actingUntil: dateOf(until) },
    );
    return changed.affected === 1;
  }

  /** The session speaks for its owner again. */
  async stopActing(manager: EntityManager, id: string): Promise<void> {
    await manager.update(SessionRow, { id }, { actingFor: null, actingUntil: null });
  }

  private async stopAllActingFor(manager: EntityManager, personId: string): Promise<void> {
    await manager.update(SessionRow, { actingFor: personId }, { actingFor: null, actingUntil: null });
  }
}

const live = (now: Temporal.Instant) => ({ endedAt: IsNull(), expiresAt: MoreThan(dateOf(now)) });
