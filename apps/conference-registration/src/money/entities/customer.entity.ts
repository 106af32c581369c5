import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Whoever owes or is owed money: an organisation however often it books, or a guest for one booking. */
@Entity('customers')
@Index('customers_organisation_key', ['organisationId'], { unique: true })
@Index('customers_booking_key', ['bookingId'], { unique: true })
@Check('customers_whom_check', '(organisation_id IS NULL) <> (booking_id IS NULL)')
export class CustomerRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'text', nullable: true })
  organisationId!: string | null;

  @Column({ name: 'booking_id', type: 'uuid', nullable: true })
  bookingId!: string | null;

  /** As of the last document. */
  @Column({ type: 'text' })
  name!: string;
}
