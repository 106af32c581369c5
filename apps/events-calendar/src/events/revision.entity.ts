import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EventRow } from './event.entity.js';

/** Who changed what of an event, and when; never changed or deleted while the event exists. */
@Entity('event_revisions')
export class RevisionRow {
  @PrimaryColumn({ name: 'event_id', type: 'uuid' })
  @ForeignKey(() => EventRow, { name: 'event_revisions_event_id_fkey', onDelete: 'CASCADE' })
  eventId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** `null` when the system did it (demonstration data). */
  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ name: 'person_name', type: 'text' })
  personName!: string;

  /** The member of staff who acted for the person; `null` when it was the person. */
  @Column({ name: 'actor_id', type: 'text', nullable: true })
  actorId!: string | null;

  @Column({ name: 'actor_name', type: 'text', nullable: true })
  actorName!: string | null;

  /** `created`, `edited`, `published`, `postponed`, `cancelled`, `reinstated`, `imported`. */
  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb' })
  changes!: { field: string; before: string; after: string }[];
}
