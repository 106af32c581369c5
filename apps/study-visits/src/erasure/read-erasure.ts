import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import { instantOf, notFound, type Problem } from '#platform';
import { erasureParts, keptParts } from '../erasure-parts.js';
import { keptForDays } from '../secrets/erase-details.js';
import { fieldInWords } from '../secrets/in-words.js';
import { SensitiveErasureRow } from '../secrets/sensitive-erasure.entity.js';
import type { Visit } from '../visits/domain/visit.js';
import { VisitErasureRow } from './visit-erasure.entity.js';

/** A kind of thing, and how many of them. */
export interface CountedPart {
  readonly key: string;
  readonly title: string;
  readonly count: number;
}

/** What was erased of a visit, and when. */
export interface ErasureCertificate {
  readonly at: Temporal.Instant;
  /** Sealed details: passports, health and the like. Some went earlier, with those who withdrew. */
  readonly details: readonly CountedPart[];
  readonly others: readonly CountedPart[];
  readonly kept: readonly (CountedPart & { readonly why: string })[];
  /** Each time that sealed details were erased, the first first. */
  readonly times: readonly Temporal.Instant[];
}

/** How the erasure after a visit stands. */
export interface Erasure {
  readonly visit: Visit;
  /** `null`: it is to come. */
  readonly certificate: ErasureCertificate | null;
  /** On which day it is done; `null` of a draft, and of one that is called off. */
  readonly dueOn: Temporal.PlainDate | null;
}

const notErasedYet = (): Problem => notFound('Nothing is certified yet: the erasure is still to come.');

/** Reads what was erased after a visit. */
@Injectable()
export class ReadErasure {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async of(visit: Visit): Promise<Erasure> {
    const { manager } = this.dataSource;
    const row = await manager.findOneBy(VisitErasureRow, { visitId: visit.id });
    const sealed = await manager.find(SensitiveErasureRow, {
      where: { visitId: visit.id },
      order: { id: 'ASC' },
    });
    return { visit, dueOn: dueOn(visit), certificate: row === null ? null : certificateOf(row, sealed) };
  }

  /** @throws Problem 404 while nothing is erased */
  async certified(visit: Visit): Promise<ErasureCertificate> {
    const { certificate } = await this.of(visit);
    if (certificate === null) throw notErasedYet();
    return certificate;
  }
}

/** After a visit that is to come or was; one that is called off goes by the day of that. */
function dueOn({ status, lastDay }: Visit): Temporal.PlainDate | null {
  if (status === 'draft' || status === 'cancelled') return null;
  return Temporal.PlainDate.from(lastDay).add({ days: keptForDays });
}

function certificateOf(
  { at, erased, kept }: VisitErasureRow,
  sealed: readonly SensitiveErasureRow[],
): ErasureCertificate {
  const fields = new Map<string, number>();
  for (const { erased: counts } of sealed)
    for (const [field, count] of Object.entries(counts)) fields.set(field, (fields.get(field) ?? 0) + count);
  return {
    at: instantOf(at),
    details: [...fields].map(([key, count]) => ({ key, title: fieldInWords(key), count })),
    others: erasureParts.flatMap(({ key, title }) => {
      const count = erased[key];
      // What was not erased by then yet is no part of what was certified.
      return count === undefined ? [] : [{ key, title, count }];
    }),
    kept: keptParts.flatMap(({ key, title, why }) => {
      const count = kept[key];
      return count === undefined ? [] : [{ key, title, why, count }];
    }),
    times: sealed.map((one) => instantOf(one.at)),
  };
}
