import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import type { DataSource } from 'typeorm';
import type { TravellerFacts } from '#contracts';
import type { AttendedConference } from '../double-bookings/domain/double-booking.js';
import type { Reader } from '../events/domain/visibility.js';
import { homeZone } from '../events/domain/zones.js';
import { readerOn } from '../members/domain/known-person.js';
import {
  knownPersonColumns,
  knownPersonFrom,
  type KnownPersonColumns,
} from '../members/find-known-person.js';
import type { OwnShift } from '../stands/domain/shift-entry.js';
import type { OwnItem } from '../visits/domain/item-entry.js';
import { CLOCK, type Clock } from '../tokens.js';
import { DeadEnds } from './domain/dead-ends.js';
import { hashOfSecret, isSecret } from './domain/secret.js';

/** Whose feed an address is, at this moment. */
export interface FeedOwner {
  /** As the rules of visibility see them. */
  readonly reader: Reader;
  /** Ids of the events of the conferences that they take part in, and of the study visits that they travel with. */
  readonly attends: readonly string[];
  /** What they do on stands. */
  readonly shifts: readonly OwnShift[];
  /** The conferences that they take part in; not asked of those without shifts. */
  readonly conferences: readonly AttendedConference[];
  /** The study visits that they travel with. */
  readonly visits: readonly TravellerFacts[];
  /** What is planned for them there. */
  readonly items: readonly OwnItem[];
}

type KeptShift = Pick<OwnShift, 'facts'> & { readonly toldAt: string };
type KeptItem = Pick<OwnItem, 'travellerId' | 'facts'> & { readonly toldAt: string };

/** Whose feed an address is, as the rules of visibility see them at this moment. */
@Injectable()
export class FindFeedReader {
  private readonly deadEnds = new DeadEnds();

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Asked anew for every fetch, with one query by primary keys: so a right that ends, by a message or by its date, is gone at
   * the next fetch, in every replica.
   *
   * @returns `null` for an address that was revoked or never was
   */
  async bySecret(secret: string): Promise<FeedOwner | null> {
    if (!isSecret(secret)) return null;
    const hash = hashOfSecret(secret);
    if (this.deadEnds.has(hash)) return null;
    const [row]: (KnownPersonColumns &
      Pick<FeedOwner, 'attends' | 'conferences' | 'visits'> & { shifts: KeptShift[]; items: KeptItem[] })[] =
      await this.dataSource.query(
        `SELECT ${knownPersonColumns},
         ARRAY(SELECT c.event_id FROM conference_delegates d JOIN shown_things c ON c.id = d.conference_id
           WHERE d.person_id = f.person_id AND d.takes_part AND c.event_id IS NOT NULL
           UNION SELECT v.event_id FROM visit_travellers t JOIN shown_things v ON v.id = t.visit_id
           WHERE t.person_id = f.person_id AND v.event_id IS NOT NULL ORDER BY 1) AS attends,
         (SELECT coalesce(jsonb_agg(t.facts ORDER BY t.traveller_id), '[]') FROM visit_travellers t
           WHERE t.person_id = f.person_id) AS visits,
         (SELECT coalesce(jsonb_agg(jsonb_build_object(
             'travellerId', i.traveller_id, 'facts', i.facts, 'toldAt', i.told_at) ORDER BY i.traveller_id, i.item_id), '[]')
           FROM visit_travellers t JOIN visit_items i ON i.traveller_id = t.traveller_id
           WHERE t.person_id = f.person_id) AS items,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('facts', s.facts, 'toldAt', s.told_at) ORDER BY s.id), '[]')
           FROM stand_shifts s WHERE s.person_id = f.person_id) AS shifts,
         (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('facts', c.facts, 'ticketDays', d.days)), '[]')
           FROM conference_delegates d JOIN shown_things c ON c.id = d.conference_id
           WHERE d.person_id = f.person_id AND d.takes_part
             AND EXISTS (SELECT FROM stand_shifts s WHERE s.person_id = f.person_id)) AS conferences
       FROM personal_feeds f LEFT JOIN people p ON p.id = f.person_id WHERE f.secret_hash = $1`,
        [hash],
      );
    if (row === undefined) {
      this.deadEnds.add(hash);
      return null;
    }
    const today = this.clock().toZonedDateTimeISO(homeZone).toPlainDate();
    return {
      reader: readerOn(knownPersonFrom(row), today),
      attends: row.attends,
      conferences: row.conferences,
      visits: row.visits,
      items: row.items.map((item) => ({ ...item, toldAt: Temporal.Instant.from(item.toldAt) })),
      shifts: row.shifts.map(({ facts, toldAt }) => ({ facts, toldAt: Temporal.Instant.from(toldAt) })),
    };
  }
}
