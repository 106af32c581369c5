import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EventRow } from '../events/event.entity.js';
import { SeriesRow } from '../events/series.entity.js';

/** That a person wants to hear of changes of an event, or of all events of a series. */
@Entity('follows')
@Index('follows_person_event_key', ['personId', 'eventId'], { unique: true })
@Index('follows_person_series_key', ['personId', 'series'], { unique: true })
@Index('follows_event_idx', ['eventId', 'knownVersion'])
@Index('follows_series_idx', ['series'])
@Check('follows_one_check', '(event_id IS NULL) <> (series IS NULL)')
export class FollowRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'person_id', type: 'text' })
  personId!: string;

  @Column({ name: 'event_id', type: 'uuid', nullable: true })
  @ForeignKey(() => EventRow, { name: 'follows_event_id_fkey', onDelete: 'CASCADE' })
  eventId!: string | null;

  /** The series' slug. */
  @Column({ type: 'text', nullable: true })
  @ForeignKey(() => SeriesRow, { name: 'follows_series_fkey' })
  series!: string | null;

  /** The event's version that the person saw when they began; 0 for a series. */
  @Column({ name: 'known_version', type: 'integer' })
  knownVersion!: number;

  @Column({ type: 'timestamptz' })
  since!: Date;
}
