import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ConferenceRow } from './conference.entity.js';
import type { FieldChange } from './domain/changes.js';

/** Who changed what of a conference's set-up, and when; one row for each version. */
@Entity('conference_revisions')
export class ConferenceRevisionRow {
  @PrimaryColumn({ name: 'conference_id', type: 'uuid' })
  @ForeignKey(() => ConferenceRow, { name: 'conference_revisions_conference_id_fkey', onDelete: 'CASCADE' })
  conferenceId!: string;

  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ name: 'person_name', type: 'text' })
  personName!: string;

  /** The member of staff who acted for them. */
  @Column({ name: 'actor_id', type: 'text', nullable: true })
  actorId!: string | null;

  @Column({ name: 'actor_name', type: 'text', nullable: true })
  actorName!: string | null;

  /** What was done, as it stands in a sentence after a name: "changed the conference", "added the ticket “Both days”". */
  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb' })
  changes!: FieldChange[];
}
