import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Catalogue } from '../catalogue/domain/catalogue.js';
import { takingStatuses } from './domain/limits.js';

/** Makes places that were taken before count in pools as they are now. */
@Injectable()
export class RecountPools {
  /**
   * To be called after pools were added, changed or deleted, and the conference's version with them: each place that takes
   * something counts in the pools that hold its ticket type now, and in no other.
   *
   * @param catalogue of the changed conference, whose lock the transaction holds
   */
  async run(manager: EntityManager, { conference: { id } }: Catalogue): Promise<void> {
    // The organisation's key, as `organisationKey` has it; nobody's yet where a code or an offer keeps the place.
    const whose = `coalesce(p.organisation_id, 'guest:' || p.booking_id)`;
    const inPools = `FROM places p JOIN pools o ON o.conference_id = p.conference_id AND p.ticket_type_id = ANY(o.ticket_type_ids)
      WHERE p.conference_id = $1 AND p.status = ANY($2::text[]) AND (NOT o.per_organisation OR ${whose} IS NOT NULL)`;
    await manager.query(
      `INSERT INTO counts (id, conference_id, kind, subject_id, organisation)
       SELECT gen_random_uuid(), $1, 'pool', pool, organisation
       FROM (SELECT DISTINCT o.id AS pool, CASE WHEN o.per_organisation THEN ${whose} ELSE '' END AS organisation ${inPools}) d
       ON CONFLICT ON CONSTRAINT counts_subject_key DO NOTHING`,
      [id, takingStatuses],
    );
    await manager.query(
      `UPDATE places SET count_ids = ARRAY(
           SELECT kept FROM unnest(places.count_ids) AS kept
           WHERE EXISTS (SELECT FROM counts k WHERE k.id = kept AND k.kind <> 'pool')
           UNION
           SELECT k.id FROM pools o JOIN counts k ON k.conference_id = $1 AND k.kind = 'pool' AND k.subject_id = o.id
             AND k.organisation = CASE WHEN o.per_organisation
               THEN coalesce(places.organisation_id, 'guest:' || places.booking_id) ELSE '' END
           WHERE o.conference_id = $1 AND places.ticket_type_id = ANY(o.ticket_type_ids))
       WHERE conference_id = $1 AND status = ANY($2::text[])`,
      [id, takingStatuses],
    );
    await manager.query(
      `UPDATE counts SET taken = (SELECT count(*) FROM places p
         WHERE p.conference_id = $1 AND p.status = ANY($2::text[]) AND counts.id = ANY(p.count_ids))
       WHERE conference_id = $1 AND kind = 'pool'`,
      [id, takingStatuses],
    );
    // The count of a deleted pool keeps nobody from anything any more.
    await manager.query(
      `DELETE FROM counts WHERE conference_id = $1 AND kind = 'pool' AND taken = 0
         AND NOT EXISTS (SELECT FROM pools o WHERE o.id = counts.subject_id)`,
      [id],
    );
  }
}
