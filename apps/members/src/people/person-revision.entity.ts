import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from './person.entity.js';

/** Who changed what of a person's record, and when. */
@Entity('person_revisions')
@Index('person_revisions_at_idx', ['at'])
export class PersonRevisionRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  @ForeignKey(() => PersonRow, { name: 'person_revisions_person_id_fkey', onDelete: 'CASCADE' })
  personId!: string;

  /** The version of the record that the change made. */
  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** `null` when the system did it. */
  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ name: 'actor_name', type: 'text' })
  actorName!: string;

  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb' })
  changes!: { field: string; before: string; after: string }[];
}
