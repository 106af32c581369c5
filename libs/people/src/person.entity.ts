import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What is kept of a person, as `members` last told it: to book for them and to write to them. */
@Entity('people')
@Index('people_merged_into_idx', ['mergedInto'], { where: 'merged_into IS NOT NULL' })
export class PersonRow {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  /** Empty where the record was merged into another. */
  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'preferred_name', type: 'text', nullable: true })
  preferredName!: string | null;

  /** Their verified address. Of a merged record it stays until that is erased, to find what was written with it. */
  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ name: 'job_title', type: 'text', nullable: true })
  jobTitle!: string | null;

  /** `staff`, `admin`: what was granted. */
  @Column({ type: 'text', array: true })
  roles!: string[];

  /** The person whose record took this one's place; never a record that was merged itself. */
  @Column({ name: 'merged_into', type: 'text', nullable: true })
  mergedInto!: string | null;

  /** Of the newest message about them. */
  @Column({ type: 'integer' })
  version!: number;
}
