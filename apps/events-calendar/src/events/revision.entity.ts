import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who changed what of an event, and when; never changed or deleted while the event exists. */
@Entity('event_revisions')
export class RevisionRow {
  @PrimaryColumn({ name: 'event_id', type: 'uuid' })
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

  /** `created`, `edited`, `published`, `postponed`, `cancelled`, `reinstated`, `imported`. */
  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb' })
  changes!: { field: string; before: string; after: string }[];
}
