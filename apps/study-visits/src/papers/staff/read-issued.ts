import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { instantOf } from '#platform';
import type { Traveller } from '../../travellers/domain/traveller.js';
import { ReadTravellers } from '../../travellers/read-travellers.js';
import { ownKinds, type OwnKind } from '../own/own-papers.js';

/** Which version of a paper somebody has. */
export interface Issued {
  readonly number: number;
  readonly madeAt: Temporal.Instant;
}

/** Somebody who travels with the last versions of what they have in writing; `null`: none yet. */
export interface IssuedTo {
  readonly traveller: Traveller;
  readonly papers: Readonly<Record<OwnKind, Issued | null>>;
}

interface Row {
  readonly kind: OwnKind;
  readonly subject: string;
  readonly number: number;
  readonly madeAt: Date;
}

/** Says what each traveller has in writing. */
@Injectable()
export class ReadIssued {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly travellers: ReadTravellers,
  ) {}

  /** Of all who travel, by number. */
  async of(visitId: string): Promise<readonly IssuedTo[]> {
    const travellers = await this.travellers.confirmed(visitId);
    const rows: Row[] = await this.dataSource.query(
      `SELECT DISTINCT ON (kind, subject) kind, subject, number, made_at AS "madeAt" FROM papers
       WHERE visit_id = $1 AND kind = ANY($2) ORDER BY kind, subject, number DESC`,
      [visitId, ownKinds],
    );
    const issued = new Map(
      rows.map(({ kind, subject, number, madeAt }) => [
        `${kind} ${subject}`,
        { number, madeAt: instantOf(madeAt) },
      ]),
    );
    const last = (kind: OwnKind, { id }: Traveller) => issued.get(`${kind} ${id}`) ?? null;
    return travellers.map((traveller) => ({
      traveller,
      papers: {
        traveller: last('traveller', traveller),
        'emergency-card': last('emergency-card', traveller),
      },
    }));
  }
}
