import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { conflict, dateOf, doneBy, type Actor } from '#platform';
import type { VisitSettings } from '../settings.js';
import { CLOCK, SETTINGS, type Clock } from '../tokens.js';
import { CannotOpen, open, seal, type SealedFor } from './domain/seal.js';
import { SensitiveDetailRow, type SubjectKind } from './sensitive-detail.entity.js';
import { SensitiveLookRow } from './sensitive-look.entity.js';

/** Whose sensitive details are meant. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly visitId: string;
}

/** What is said with a detail when it is kept. */
export interface KeptWith {
  /** When they agreed, where the law asks for that: health, religion. */
  readonly consentAt?: Date | null;
  /** ISO day on which it is erased; without it, a while after the visit. */
  readonly eraseAfter?: string | null;
}

/** Passport numbers, health and the like: sealed in a table of their own, opened for a reason that is written down. */
@Injectable()
export class SensitiveDetails {
  constructor(
    @Inject(SETTINGS) private readonly settings: Pick<VisitSettings, 'SENSITIVE_KEYS'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Keeps a text in place of what there is. */
  async keep(
    manager: EntityManager,
    subject: Subject,
    field: string,
    text: string,
    { consentAt = null, eraseAfter = null }: KeptWith = {},
  ): Promise<void> {
    const { keyId, bytes } = seal(this.settings.SENSITIVE_KEYS, placeOf(subject, field), text);
    await manager.query(
      `INSERT INTO sensitive_details
         (subject_kind, subject_id, field, visit_id, key_id, sealed, consent_at, erase_after, changed_at, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
       ON CONFLICT (subject_kind, subject_id, field) DO UPDATE SET visit_id = $4, key_id = $5, sealed = $6,
         consent_at = $7, erase_after = $8, changed_at = $9, version = sensitive_details.version + 1`,
      [
        subject.kind,
        subject.id,
        field,
        subject.visitId,
        keyId,
        bytes,
        consentAt,
        eraseAfter,
        dateOf(this.clock()),
      ],
    );
  }

  /** Deletes one detail, or all there are of somebody. */
  async forget(manager: EntityManager, { kind, id }: Subject, field?: string): Promise<void> {
    await manager.delete(SensitiveDetailRow, {
      subjectKind: kind,
      subjectId: id,
      ...(field !== undefined && { field }),
    });
  }

  /**
   * Opens details to be shown to somebody, and writes down that they looked. What is not there is left out; where nothing is,
   * nobody has looked.
   *
   * @param actor `null`: whoever has the link of those whose details they are
   * @param why in words for the list of those who looked
   * @throws Problem 409 `cannot-be-opened`
   */
  async look(
    manager: EntityManager,
    actor: Actor | null,
    subject: Subject,
    fields: readonly string[],
    why: string,
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await manager.findBy(SensitiveDetailRow, {
      subjectKind: subject.kind,
      subjectId: subject.id,
      field: In([...fields]),
    });
    const opened = new Map(rows.map((row) => [row.field, this.openRow(row)]));
    if (opened.size > 0) {
      const by = actor === null ? null : doneBy(actor);
      await manager.insert(SensitiveLookRow, {
        id: uuidv7(),
        subjectKind: subject.kind,
        subjectId: subject.id,
        visitId: subject.visitId,
        fields: [...opened.keys()].toSorted(),
        personId: by?.actorId ?? by?.personId ?? null,
        personName: by === null ? 'By their own link' : (by.actorName ?? by.personName),
        why,
        at: dateOf(this.clock()),
      });
    }
    return opened;
  }

  /**
   * Opens a detail of several for a rule to judge. Nobody sees it, so nobody has looked: it must not leave the use case. What
   * cannot be opened is left out, as one row must not keep the rules from all others; it is told in the log each hour.
   */
  async readForRule(
    manager: EntityManager,
    kind: SubjectKind,
    ids: readonly string[],
    field: string,
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await manager.findBy(SensitiveDetailRow, {
      subjectKind: kind,
      subjectId: In([...ids]),
      field,
    });
    return new Map(
      rows.flatMap((row) => {
        const text = this.openOrNull(row);
        return text === null ? [] : [[row.subjectId, text] as const];
      }),
    );
  }

  /** Which details there are of each; whoever has none is left out. */
  async holds(
    manager: EntityManager,
    kind: SubjectKind,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const rows = await manager.find(SensitiveDetailRow, {
      select: { subjectKind: true, subjectId: true, field: true },
      where: { subjectKind: kind, subjectId: In([...ids]) },
    });
    return new Map(
      [...new Set(rows.map((row) => row.subjectId))].map((id) => [
        id,
        new Set(rows.filter((row) => row.subjectId === id).map((row) => row.field)),
      ]),
    );
  }

  /**
   * Whoever applied travels now: what they told goes with them, in place of what is there. What cannot be opened stays where it is,
   * as nobody should lose their place by it.
   *
   * @returns the fields that were moved
   */
  async moveTo(manager: EntityManager, from: Subject, to: Subject): Promise<readonly string[]> {
    const rows = await manager.find(SensitiveDetailRow, {
      where: { subjectKind: from.kind, subjectId: from.id },
      lock: { mode: 'pessimistic_write' },
    });
    const moved: string[] = [];
    for (const row of rows) {
      const { consentAt, eraseAfter, field } = row;
      const text = this.openOrNull(row);
      if (text === null) continue;
      await this.keep(manager, to, field, text, { consentAt, eraseAfter });
      await this.forget(manager, from, field);
      moved.push(field);
    }
    return moved;
  }

  private openRow(row: SensitiveDetailRow): string {
    const text = this.openOrNull(row);
    if (text !== null) return text;
    throw conflict(
      'cannot-be-opened',
      'This was sealed with a key that is not in use here, or was changed since. It is not lost: tell whoever runs the site.',
    );
  }

  private openOrNull(row: SensitiveDetailRow): string | null {
    const place = { kind: row.subjectKind, id: row.subjectId, field: row.field };
    try {
      return open(this.settings.SENSITIVE_KEYS, place, { keyId: row.keyId, bytes: row.sealed });
    } catch (error) {
      if (error instanceof CannotOpen) return null;
      throw error;
    }
  }
}

const placeOf = ({ kind, id }: Subject, field: string): SealedFor => ({ kind, id, field });
