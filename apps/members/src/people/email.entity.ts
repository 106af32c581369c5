import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from './person.entity.js';

/** An e-mail address, in lower case; it belongs to one person at the most. */
@Entity('emails')
@Index('emails_person_id_idx', ['personId'])
@Index('emails_primary_key', ['personId'], { unique: true, where: 'is_primary' })
@Check('emails_address_check', 'address = lower(address)')
export class EmailRow {
  @PrimaryColumn({ type: 'text' })
  address!: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey(() => PersonRow, { name: 'emails_person_id_fkey', onDelete: 'CASCADE' })
  personId!: string;

  /** When its owner showed that mail to it reaches them; `null`: not yet. */
  @Column({ name: 'verified_at', type: 'timestamptz', nullable: true })
  verifiedAt!: Date | null;

  /** Whether the network writes to this one. */
  @Column({ name: 'is_primary', type: 'boolean' })
  isPrimary!: boolean;
}
