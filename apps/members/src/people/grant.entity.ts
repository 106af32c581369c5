import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from './person.entity.js';

/** A role that was given to a person; the other roles follow from affiliations and seats. */
@Entity('grants')
@Check('grants_role_check', `role IN ('staff', 'admin')`)
export class GrantRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  @ForeignKey(() => PersonRow, { name: 'grants_person_id_fkey', onDelete: 'CASCADE' })
  personId!: string;

  @PrimaryColumn({ type: 'text' })
  role!: 'staff' | 'admin';

  @Column({ name: 'granted_at', type: 'timestamptz' })
  grantedAt!: Date;

  /** `null`: by the command line. */
  @Column({ name: 'granted_by', type: 'uuid', nullable: true })
  grantedBy!: string | null;
}
