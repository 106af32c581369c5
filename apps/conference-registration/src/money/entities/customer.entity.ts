import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Whoever owes or is owed money: an organisation however often it books, a guest for one booking, or a traveller for their place
 * on a study visit.
 */
@Entity('customers')
@Index('customers_organisation_key', ['organisationId'], { unique: true })
@Index('customers_booking_key', ['bookingId'], { unique: true })
@Index('customers_traveller_key', ['travellerId'], { unique: true })
@Check('customers_whom_check', 'num_nonnulls(organisation_id, booking_id, traveller_id) = 1')
export class CustomerRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'text', nullable: true })
  organisationId!: string | null;

  @Column({ name: 'booking_id', type: 'uuid', nullable: true })
  bookingId!: string | null;

  /** Of `study-visits`. */
  @Column({ name: 'traveller_id', type: 'uuid', nullable: true })
  travellerId!: string | null;

  /** As of the last document. */
  @Column({ type: 'text' })
  name!: string;
}
