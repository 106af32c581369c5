import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { VisitSettings } from '../settings.js';
import { SETTINGS } from '../tokens.js';
import { SensitiveErasureRow } from './sensitive-erasure.entity.js';
import type { SubjectKind } from './sensitive-detail.entity.js';

/** How many details of a kind there are. */
export interface HeldDetails {
  readonly kind: SubjectKind;
  readonly field: string;
  readonly count: number;
}

/** That somebody looked. */
export interface Look {
  readonly id: string;
  readonly at: Date;
  /** Who. */
  readonly personName: string;
  /** At whose; `null`: they are no traveller any more, or only applied. */
  readonly subjectName: string | null;
  readonly fields: readonly string[];
  readonly why: string;
}

/** What is held sealed, who looked at it and what was erased; never what is in it. */
@Injectable()
export class ReadSecrets {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'SENSITIVE_KEYS'>,
  ) {}

  held(visitId: string): Promise<HeldDetails[]> {
    return this.dataSource.query(
      `SELECT subject_kind AS kind, field, count(*)::int AS count FROM sensitive_details WHERE visit_id = $1
       GROUP BY subject_kind, field ORDER BY subject_kind DESC, field`,
      [visitId],
    );
  }

  /** The newest first. @param page from 0 */
  async looks(
    visitId: string,
    page: { readonly from: number; readonly most: number },
  ): Promise<{ readonly looks: readonly Look[]; readonly total: number }> {
    const looks: Look[] = await this.dataSource.query(
      `SELECT l.id, l.at, l.person_name AS "personName", t.name AS "subjectName", l.fields, l.why
       FROM sensitive_looks l LEFT JOIN travellers t ON l.subject_kind = 'traveller' AND t.id = l.subject_id
       WHERE l.visit_id = $1 ORDER BY l.id DESC OFFSET $2 LIMIT $3`,
      [visitId, page.from, page.most],
    );
    const [counted]: { total: number }[] = await this.dataSource.query(
      'SELECT count(*)::int AS total FROM sensitive_looks WHERE visit_id = $1',
      [visitId],
    );
    return { looks, total: counted?.total ?? 0 };
  }

  /** The newest first. */
  erasures(visitId: string): Promise<SensitiveErasureRow[]> {
    return this.dataSource.manager.find(SensitiveErasureRow, { where: { visitId }, order: { id: 'DESC' } });
  }

  /** How many details of all visits are sealed with which key that is not the first, and whether that key is here. */
  async olderKeys(): Promise<
    readonly { readonly keyId: string; readonly count: number; readonly isHere: boolean }[]
  > {
    const [first, ...older] = this.settings.SENSITIVE_KEYS;
    const found: { keyId: string; count: number }[] = await this.dataSource.query(
      `SELECT key_id AS "keyId", count(*)::int AS count FROM sensitive_details WHERE key_id <> $1
       GROUP BY key_id ORDER BY key_id`,
      [first.id],
    );
    return found.map((each) => ({ ...each, isHere: older.some(({ id }) => id === each.keyId) }));
  }
}
