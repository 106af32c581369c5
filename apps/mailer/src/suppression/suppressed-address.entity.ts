import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** An address that a mail server has refused for good: nothing is sent there until staff allow it again. */
@Entity('suppressed_addresses')
@Unique('suppressed_addresses_address_key', ['address'])
@Check('suppressed_addresses_address_check', 'address = lower(address)')
@Index('suppressed_addresses_person_id_idx', ['personId'], { where: 'person_id IS NOT NULL' })
export class SuppressedAddressRow {
  /** What it is called in addresses of pages, which stand in logs. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** In small letters, as no server tells one from the other. */
  @Column({ type: 'text' })
  address!: string;

  /** Whom the mail was for, if that was known. */
  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  since!: Date;

  /** The mail server's words. */
  @Column({ type: 'text' })
  answer!: string;

  /** The mail that was refused; its line in the log may be gone by now. */
  @Column({ name: 'mail_id', type: 'uuid' })
  mailId!: string;
}
