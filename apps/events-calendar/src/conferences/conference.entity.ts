import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ConferenceFacts } from '#contracts';
import { EventRow } from '../events/event.entity.js';

/** A conference as `conference-registration` last told of it, and the event that shows it. */
@Entity('conferences')
@Index('conferences_event_id_key', ['eventId'], { unique: true })
export class ConferenceRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** `null`: nobody has said yet which event it is; see {@link KeepConference}. */
  @Column({ name: 'event_id', type: 'uuid', nullable: true })
  @ForeignKey(() => EventRow, { name: 'conferences_event_id_fkey', onDelete: 'RESTRICT' })
  eventId!: string | null;

  @Column({ type: 'jsonb' })
  facts!: ConferenceFacts;

  /** Of the newest message about it. */
  @Column({ type: 'integer' })
  version!: number;
}
