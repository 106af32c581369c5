import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person's own feed. Of its address only a hash is kept: whoever reads the table cannot read anybody's feed. */
@Entity('personal_feeds')
@Index('personal_feeds_person_id_idx', ['personId'])
export class PersonalFeedRow {
  /** SHA-256 of the secret in the address. */
  @PrimaryColumn({ name: 'secret_hash', type: 'bytea' })
  secretHash!: Buffer;

  /** One feed each; two only where two records of a person, each with a feed, were made one. */
  @Column({ name: 'person_id', type: 'text' })
  personId!: string;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt!: Date;
}
