import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EventRow } from './event.entity.js';

/**
 * Every dated happening of every event, made anew from the event's rule whenever the event changes, so that lists and
 * months are one index scan whatever recurs. `starts` and `ends` are the instants that lists are sorted and cut by:
 * for whole days and months, where those begin and end in the event's zone.
 */
@Entity('occurrences')
@Index('occurrences_starts_idx', ['starts', 'eventId'])
@Index('occurrences_ends_idx', ['ends'])
export class OccurrenceRow {
  @PrimaryColumn({ name: 'event_id', type: 'uuid' })
  @ForeignKey(() => EventRow, { name: 'occurrences_event_id_fkey', onDelete: 'CASCADE' })
  eventId!: string;

  /** Which occurrence, as `OccurrenceException.original`; empty for an event that does not recur. */
  @PrimaryColumn({ type: 'text' })
  original!: string;

  @Column({ type: 'timestamptz' })
  starts!: Date;

  /** Exclusive. */
  @Column({ type: 'timestamptz' })
  ends!: Date;

  @Column({ name: 'when_type', type: 'text' })
  whenType!: string;

  @Column({ name: 'first_day', type: 'date', nullable: true })
  firstDay!: string | null;

  @Column({ name: 'last_day', type: 'date', nullable: true })
  lastDay!: string | null;

  @Column({ type: 'text', nullable: true })
  month!: string | null;

  @Column({ type: 'text' })
  zone!: string;

  /** What this occurrence has of its own, where a list shows it. */
  @Column({ type: 'text', nullable: true })
  title!: string | null;

  @Column({ type: 'text', nullable: true })
  format!: string | null;

  @Column({ name: 'place_name', type: 'text', nullable: true })
  placeName!: string | null;

  @Column({ name: 'cancelled_reason', type: 'text', nullable: true })
  cancelledReason!: string | null;
}
