import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OrganisationRow } from '../organisations/organisation.entity.js';
import { PersonRow } from './person.entity.js';

/** That a person belongs to an organisation, and as what. */
@Entity('affiliations')
@Index('affiliations_organisation_id_idx', ['organisationId'])
@Check('affiliations_role_check', `role IN ('councillor', 'officer', 'partner')`)
export class AffiliationRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  @ForeignKey(() => PersonRow, { name: 'affiliations_person_id_fkey', onDelete: 'CASCADE' })
  personId!: string;

  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey(() => OrganisationRow, { name: 'affiliations_organisation_id_fkey' })
  organisationId!: string;

  @Column({ type: 'text' })
  role!: 'councillor' | 'officer' | 'partner';

  /** The office held there, where it differs from the person's job title: "Cabinet member for housing". */
  @Column({ type: 'text', nullable: true })
  office!: string | null;

  /** Whether they book and look after delegates for the organisation. */
  @Column({ name: 'is_booking_contact', type: 'boolean' })
  isBookingContact!: boolean;
}
