import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager, FindOptionsWhere } from 'typeorm';
import { instantOf } from '#platform';
import { hashOf } from '../secrets.js';
import { requestState, type RequestState } from './domain/request-state.js';
import { SignInRequestRow } from './sign-in-request.entity.js';

/** How a browser's request stands. */
export interface AskedRequest {
  readonly request: SignInRequestRow;
  readonly state: RequestState;
  /** Whether it is the asking browser that was let in. */
  readonly isLetIn: boolean;
}

/** The requests of people who are on the way to signing in. */
@Injectable()
export class SignInRequests {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The request of a link, locked if there is a transaction. */
  async byLink(token: string, manager?: EntityManager): Promise<SignInRequestRow | null> {
    return this.find({ linkHash: hashOf(token) }, manager);
  }

  /** What became of the request of a browser that asked. */
  async askedBy(secret: string, now: Temporal.Instant): Promise<AskedRequest | null> {
    const browserHash = hashOf(secret);
    const request = await this.find({ browserHash });
    return (
      request && {
        request,
        state: stateOf(request, now),
        isLetIn: request.approvedBrowserHash === browserHash,
      }
    );
  }

  /** The request that let a browser in which has not begun its session yet; locked if there is a transaction. */
  async letIn(
    secret: string,
    now: Temporal.Instant,
    manager?: EntityManager,
  ): Promise<SignInRequestRow | null> {
    const request = await this.find({ approvedBrowserHash: hashOf(secret) }, manager);
    return request && stateOf(request, now) === 'approved' ? request : null;
  }

  /** Locks one by its id. */
  async lock(manager: EntityManager, id: string): Promise<SignInRequestRow | null> {
    return this.find({ id }, manager);
  }

  private async find(
    where: FindOptionsWhere<SignInRequestRow>,
    manager?: EntityManager,
  ): Promise<SignInRequestRow | null> {
    if (!manager) return this.dataSource.manager.findOneBy(SignInRequestRow, where);
    return manager.findOne(SignInRequestRow, { where, lock: { mode: 'pessimistic_write' } });
  }
}

/** How far the request has come. */
export function stateOf(row: SignInRequestRow, now: Temporal.Instant): RequestState {
  return requestState(
    {
      wrongCodes: row.wrongCodes,
      expiresAt: instantOf(row.expiresAt),
      approvedAt: row.approvedAt && instantOf(row.approvedAt),
      usedAt: row.usedAt && instantOf(row.usedAt),
    },
    now,
  );
}
