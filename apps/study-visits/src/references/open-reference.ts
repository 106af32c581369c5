import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { lockPeopleForChanges } from '#people';
import { hashOfLinkSecret, isLinkSecret, notFound } from '#platform';
import { ApplicationRow } from '../applications/application.entity.js';
import { CLOCK, type Clock } from '../tokens.js';
import type { Visit } from '../visits/domain/visit.js';
import { FindVisit } from '../visits/find-visit.js';
import { isTakingReferences } from './domain/reference.js';
import { ReferenceRow } from './reference.entity.js';

/** A reference, and of whom it is to be. */
export interface OpenedReference {
  readonly row: ReferenceRow;
  readonly application: ApplicationRow;
  readonly visit: Visit;
  /** Whether it can still be given, changed or declined. */
  readonly isOpen: boolean;
}

/** Finds a reference by the link of whoever was asked for it. */
@Injectable()
export class OpenReference {
  constructor(
    private readonly visits: FindVisit,
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  read(secret: string): Promise<OpenedReference> {
    return this.open(this.dataSource.manager, secret, false);
  }

  /** The same for a change, with its row locked. @throws Problem 404 */
  async forChange(manager: EntityManager, secret: string): Promise<OpenedReference> {
    await lockPeopleForChanges(manager);
    return this.open(manager, secret, true);
  }

  private async open(manager: EntityManager, secret: string, isLocked: boolean): Promise<OpenedReference> {
    const row = isLinkSecret(secret)
      ? await manager.findOne(ReferenceRow, {
          where: { secretHash: hashOfLinkSecret(secret) },
          ...(isLocked && { lock: { mode: 'pessimistic_write' as const } }),
        })
      : null;
    if (row === null) throw noSuchLink();
    const application = await manager.findOneByOrFail(ApplicationRow, { id: row.applicationId });
    const visit = await this.visits.byId(application.visitId, manager);
    return { row, application, visit, isOpen: isTakingReferences(visit, application.status, this.clock()) };
  }
}

const noSuchLink = () =>
  notFound(
    'This link is not used any more. Copy it again from our mail, whole; if it still leads nowhere, you need do nothing.',
  );
