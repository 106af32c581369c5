import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import { IsNull, LessThan, MoreThan, Or, type DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { dateOf } from '#platform';
import { hashOf, newSecret } from '../secrets.js';
import { ApiTokenRow } from './api-token.entity.js';
import type { Scope } from './domain/scope.js';

/** By this everybody, and every scanner of leaked secrets, can tell what it is. */
export const apiTokenPrefix = 'nea_';

/** That a token is used is noted so often at the most. */
const notedEvery = Temporal.Duration.from({ minutes: 1 });

/** What a new token is made of. */
export interface NewApiToken {
  readonly personId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Temporal.Instant;
}

/** The tokens with which programs of people do what those may. Revoking one takes effect when the transaction commits. */
@Injectable()
export class ApiTokens {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns the token's id, and the token itself, which is kept nowhere else */
  async make(
    manager: EntityManager,
    { personId, name, scopes, expiresAt }: NewApiToken,
    now: Temporal.Instant,
  ): Promise<{ id: string; token: string }> {
    const token = `${apiTokenPrefix}${newSecret()}`;
    const id = uuidv7();
    await manager.insert(ApiTokenRow, {
      id,
      personId,
      name,
      tokenHash: hashOf(token),
      scopes: [...scopes],
      createdAt: dateOf(now),
      expiresAt: dateOf(expiresAt),
    });
    return { id, token };
  }

  /** The token of a request, whose use is noted; `null` when there is none, or no longer. */
  async use(token: string, now: Temporal.Instant): Promise<ApiTokenRow | null> {
    if (!token.startsWith(apiTokenPrefix)) return null;
    const { manager } = this.dataSource;
    const found = await manager.findOneBy(ApiTokenRow, { tokenHash: hashOf(token), ...live(now) });
    if (!found) return null;
    const isDue = Or(IsNull(), LessThan(dateOf(now.subtract(notedEvery))));
    await manager.update(ApiTokenRow, { id: found.id, lastUsedAt: isDue }, { lastUsedAt: dateOf(now) });
    return found;
  }

  /** A person's tokens that can be used, the newest first. */
  async of(personId: string, now: Temporal.Instant): Promise<ApiTokenRow[]> {
    return this.dataSource.manager.find(ApiTokenRow, {
      where: { personId, ...live(now) },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  /** One of a person's tokens that can be used. */
  async find(id: string, personId: string, now: Temporal.Instant): Promise<ApiTokenRow | null> {
    return this.dataSource.manager.findOneBy(ApiTokenRow, { id, personId, ...live(now) });
  }

  /** How many of a person's tokens can be used. */
  async countOf(manager: EntityManager, personId: string, now: Temporal.Instant): Promise<number> {
    return manager.countBy(ApiTokenRow, { personId, ...live(now) });
  }

  /** @returns whether there was such a token of the person's to revoke */
  async revoke(
    manager: EntityManager,
    id: string,
    personId: string,
    now: Temporal.Instant,
  ): Promise<boolean> {
    const revoked = await manager.update(
      ApiTokenRow,
      { id, personId, revokedAt: IsNull() },
      { revokedAt: dateOf(now) },
    );
    return revoked.affected === 1;
  }

  /** @returns how many there were */
  async revokeAllOf(manager: EntityManager, personId: string, now: Temporal.Instant): Promise<number> {
    const revoked = await manager.update(
      ApiTokenRow,
      { personId, revokedAt: IsNull() },
      { revokedAt: dateOf(now) },
    );
    return revoked.affected ?? 0;
  }
}

const live = (now: Temporal.Instant) => ({ revokedAt: IsNull(), expiresAt: MoreThan(dateOf(now)) });
