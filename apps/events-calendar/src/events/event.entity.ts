import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { OccurrenceException } from './domain/event.js';

/**
 * An event as it stands in the table. `exceptions` holds plain JSON; `events.repository.ts` turns a row into the
 * domain's `CalendarEvent` and back.
 */
@Entity('events')
@Index('events_ref_key', ['ref'], { unique: true })
@Index('events_uid_key', ['uid'], { unique: true })
@Index('events_series_idx', ['series'])
@Index('events_tags_idx', { synchronize: false })
@Index('events_search_idx', { synchronize: false })
@Check(
  'events_when_check',
  `(when_type = 'timed' AND starts_at IS NOT NULL AND ends_at >= starts_at)
   OR (when_type = 'all-day' AND first_day IS NOT NULL AND last_day >= first_day)
   OR (when_type = 'month' AND month IS NOT NULL)`,
)
export class EventRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  ref!: string;

  @Column({ type: 'text' })
  uid!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  format!: string;

  @Column({ name: 'when_type', type: 'text' })
  whenType!: string;

  @Column({ name: 'starts_at', type: 'timestamptz', nullable: true })
  startsAt!: Date | null;

  @Column({ name: 'ends_at', type: 'timestamptz', nullable: true })
  endsAt!: Date | null;

  @Column({ name: 'first_day', type: 'date', nullable: true })
  firstDay!: string | null;

  @Column({ name: 'last_day', type: 'date', nullable: true })
  lastDay!: string | null;

  @Column({ type: 'text', nullable: true })
  month!: string | null;

  @Column({ type: 'text' })
  zone!: string;

  @Column({ name: 'place_name', type: 'text', nullable: true })
  placeName!: string | null;

  @Column({ name: 'place_address', type: 'text', nullable: true })
  placeAddress!: string | null;

  @Column({ type: 'double precision', nullable: true })
  latitude!: number | null;

  @Column({ type: 'double precision', nullable: true })
  longitude!: number | null;

  @Column({ name: 'joining_url', type: 'text', nullable: true })
  joiningUrl!: string | null;

  @Column({ name: 'joining_shown_to', type: 'text', nullable: true })
  joiningShownTo!: string | null;

  @Column({ type: 'text' })
  description!: string;

  @Column({ name: 'organiser_name', type: 'text', nullable: true })
  organiserName!: string | null;

  @Column({ name: 'organiser_email', type: 'text', nullable: true })
  organiserEmail!: string | null;

  @Column({ name: 'organiser_phone', type: 'text', nullable: true })
  organiserPhone!: string | null;

  @Column({ type: 'text' })
  audience!: string;

  @Column({ type: 'text', nullable: true })
  board!: string | null;

  @Column({ type: 'text', nullable: true })
  series!: string | null;

  @Column({ type: 'text', array: true })
  tags!: string[];

  @Column({ type: 'text', nullable: true })
  rule!: string | null;

  @Column({ type: 'jsonb', default: () => `'[]'` })
  exceptions!: object[];

  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'status_reason', type: 'text', nullable: true })
  statusReason!: string | null;

  @Column({ name: 'replaced_by', type: 'text', nullable: true })
  replacedBy!: string | null;

  @Column({ type: 'integer' })
  sequence!: number;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}

/** {@link OccurrenceException} with its `when` as ISO strings. */
export type StoredException =
  Extract<OccurrenceException, { type: 'removed' }> | { original: string; type: 'changed'; change: object };
