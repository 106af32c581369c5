import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from './person.entity.js';

/** That a person belongs to an organisation. The organisation may become known later than the person. */
@Entity('affiliations')
export class AffiliationRow {
  @PrimaryColumn({ name: 'person_id', type: 'text' })
  @ForeignKey(() => PersonRow, { name: 'affiliations_person_id_fkey', onDelete: 'CASCADE' })
  personId!: string;

  @PrimaryColumn({ name: 'organisation_id', type: 'text' })
  organisationId!: string;

  /** `councillor`, `officer`, `partner`. */
  @Column({ type: 'text' })
  role!: string;

  /** Whether they book for the organisation and look after what it booked. */
  @Column({ name: 'is_booking_contact', type: 'boolean' })
  isBookingContact!: boolean;
}
