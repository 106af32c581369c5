import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { mustHaveTravelled } from '../afterwards/must-have-travelled.js';
import { isId } from '../domain/ids.js';
import { notFound, type Problem } from '#platform';
import { noSuchThing } from '../plans/problems.js';
import type { Traveller } from '../travellers/domain/traveller.js';
import { OpenTraveller } from '../travellers/open-traveller.js';
import { ReadTravellers } from '../travellers/read-travellers.js';
import type { Visit } from '../visits/domain/visit.js';
import { FindVisit } from '../visits/find-visit.js';
import { CertificateRow } from './certificate.entity.js';
import { readNumber } from './domain/attendance.js';

/** A certificate with whose it is. */
export interface Certificate {
  readonly row: CertificateRow;
  readonly traveller: Traveller;
  readonly visit: Visit;
}

/** 404: there is none yet, or not any more. */
export const noCertificate = (): Problem =>
  notFound('There is no certificate here. It is given once the visit is over, to those who were there.');

/** Reads certificates of attendance. */
@Injectable()
export class ReadCertificates {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly visits: FindVisit,
    private readonly travellers: ReadTravellers,
    private readonly open: OpenTraveller,
  ) {}

  /** By the numbers of the travellers. */
  async of(visit: Visit): Promise<readonly Certificate[]> {
    const rows = await this.dataSource.manager.findBy(CertificateRow, { visitId: visit.id });
    const byId = new Map(rows.map((row) => [row.travellerId, row]));
    return (await this.travellers.all(visit.id)).flatMap((traveller) => {
      const row = byId.get(traveller.id);
      return row === undefined ? [] : [{ row, traveller, visit }];
    });
  }

  /** @throws Problem 404 */
  async one(
    visitId: string,
    travellerId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Certificate> {
    const row = isId(travellerId) ? await manager.findOneBy(CertificateRow, { visitId, travellerId }) : null;
    if (row === null) throw noSuchThing('certificate');
    const traveller = await this.travellers.one(visitId, travellerId, manager);
    return { row, traveller, visit: await this.visits.byId(visitId, manager) };
  }

  /** A traveller’s own; `null`: they have none, or it was withdrawn. @throws Problem 404 for a link that leads nowhere */
  async own(secret: string): Promise<Certificate | null> {
    const { traveller, visit } = mustHaveTravelled(await this.open.read({ secret }));
    const row = await this.dataSource.manager.findOneBy(CertificateRow, { travellerId: traveller.id });
    return row === null || row.withdrawnAt !== null ? null : { row, traveller, visit };
  }

  /** The one with a number, as it was typed; `null`: there is none. */
  async byNumber(typed: string): Promise<Certificate | null> {
    const number = readNumber(typed);
    const row = number === null ? null : await this.dataSource.manager.findOneBy(CertificateRow, { number });
    return row === null ? null : this.one(row.visitId, row.travellerId);
  }
}
