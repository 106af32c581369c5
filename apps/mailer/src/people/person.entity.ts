import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What the mailer keeps of a person, as `members` last told it: where their mail goes, and no more. */
@Entity('people')
@Index('people_merged_into_idx', ['mergedInto'], { where: 'merged_into IS NOT NULL' })
export class PersonRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Empty where the record was merged into another. */
  @Column({ type: 'text' })
  name!: string;

  /** Their verified address; `null` while they have none, and where the record was merged into another. */
  @Column({ type: 'text', nullable: true })
  address!: string | null;

  /** The person whose record took this one's place; never a record that was merged itself. */
  @Column({ name: 'merged_into', type: 'uuid', nullable: true })
  mergedInto!: string | null;

  /** Of the newest message about them. */
  @Column({ type: 'integer' })
  version!: number;
}
