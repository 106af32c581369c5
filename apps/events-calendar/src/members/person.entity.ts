import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the calendar keeps of a person, as `members` last told it: what they may see, and no more. */
@Entity('people')
@Index('people_merged_into_idx', ['mergedInto'], { where: 'merged_into IS NOT NULL' })
export class PersonRow {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  /** `staff`, `admin`: what was granted; all else follows from seats and affiliations. */
  @Column({ type: 'text', array: true })
  roles!: string[];

  /**
   * SHA-256 of their address in lower case, by which an erasure finds the events that name them as the one to ask; the
   * address itself is not kept.
   */
  @Column({ name: 'email_hash', type: 'bytea', nullable: true })
  emailHash!: Buffer | null;

  /** The person whose record took this one's place. */
  @Column({ name: 'merged_into', type: 'text', nullable: true })
  mergedInto!: string | null;

  /** Of the newest message about them. */
  @Column({ type: 'integer' })
  version!: number;
}
