import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from './person.entity.js';

/** That a person belongs to an organisation. The organisation may become known later than the person. */
@Entity('affiliations')
export class AffiliationRow {
  @PrimaryColumn({ name: 'person_id', type: 'text' })
  @ForeignKey(() => PersonRow, { name: 'affiliations_person_id_fkey', onDelete: 'CASCADE' })
  personId!: string;

  @PrimaryColumn({ name: 'organisation_id', type: 'text' })
  organisationId!: string;
}
