import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A person's record. One that was merged into another, or erased, stays as an empty stone, so that ids keep their meaning. */
@Entity('people')
@Index('people_merged_into_idx', ['mergedInto'], { where: 'merged_into IS NOT NULL' })
@Index('people_name_idx', { synchronize: false })
@Check('people_merged_into_check', 'merged_into <> id')
export class PersonRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'preferred_name', type: 'text', nullable: true })
  preferredName!: string | null;

  @Column({ type: 'text', nullable: true })
  pronouns!: string | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  /** Job title or office held. */
  @Column({ name: 'job_title', type: 'text', nullable: true })
  jobTitle!: string | null;

  @Column({ name: 'merged_into', type: 'uuid', nullable: true })
  @ForeignKey(() => PersonRow, { name: 'people_merged_into_fkey' })
  mergedInto!: string | null;

  @Column({ name: 'erased_at', type: 'timestamptz', nullable: true })
  erasedAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
