import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { SubjectKind } from './sensitive-detail.entity.js';
import { SensitiveErasureRow } from './sensitive-erasure.entity.js';

/** So many days after everybody is back, or the visit was cancelled, or they withdrew, nothing sensitive is kept. */
export const keptForDays = 30;

/** For how long it is known who looked, in months. */
export const looksKeptForMonths = 24;

/**
 * That an application leads to no place any more: it was withdrawn, turned down, or its offer came to nothing; or the visit has
 * begun without them. What they need is kept of nobody who stays at home. Reserves may still move up.
 */
const isDecided = `NOT EXISTS (SELECT FROM travellers t WHERE t.application_id = a.id)
  AND NOT EXISTS (SELECT FROM offers o WHERE o.application_id = a.id AND o.status IN ('offered', 'accepted'))
  AND (a.status = 'withdrawn' OR v.first_day <= $1::date OR v.status IN ('over', 'cancelled')
    OR EXISTS (SELECT FROM offers o WHERE o.application_id = a.id)
    OR EXISTS (SELECT FROM selection_outcomes s JOIN selections n ON n.visit_id = s.visit_id
      WHERE s.application_id = a.id AND s.outcome = 'declined' AND n.told_at IS NOT NULL))`;

/** A detail that was erased. */
export interface ErasedDetail {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly field: string;
  readonly visitId: string;
}

/** Erases sensitive details whose time is up, and certifies for each visit how many of what. */
@Injectable()
export class EraseDetails {
  /** @param today ISO; the network's */
  async run(manager: EntityManager, today: string, at: Date): Promise<readonly ErasedDetail[]> {
    // Given back by the driver beside how many there were.
    const [erased]: [ErasedDetail[], number] = await manager.query(
      `DELETE FROM sensitive_details d USING visits v
       WHERE v.id = d.visit_id AND (coalesce(d.erase_after, $2::int + least(v.last_day,
           CASE WHEN v.status = 'cancelled' THEN v.changed_at::date END,
           (SELECT t.withdrawn_at::date FROM travellers t WHERE d.subject_kind = 'traveller' AND t.id = d.subject_id)
         )) <= $1::date
         OR d.subject_kind = 'application' AND EXISTS (SELECT FROM applications a WHERE a.id = d.subject_id AND ${isDecided}))
       RETURNING d.subject_kind AS kind, d.subject_id AS id, d.field, d.visit_id AS "visitId"`,
      [today, keptForDays],
    );
    for (const visitId of new Set(erased.map((detail) => detail.visitId))) {
      const ofVisit = erased.filter((detail) => detail.visitId === visitId);
      await manager.insert(SensitiveErasureRow, {
        id: uuidv7(),
        visitId,
        at,
        people: new Set(ofVisit.map(({ kind, id }) => `${kind} ${id}`)).size,
        erased: Object.fromEntries(
          [...new Set(ofVisit.map(({ field }) => field))]
            .toSorted()
            .map((field) => [field, ofVisit.filter((detail) => detail.field === field).length]),
        ),
      });
    }
    return erased;
  }
}
