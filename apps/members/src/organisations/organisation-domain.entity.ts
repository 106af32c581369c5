import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OrganisationRow } from './organisation.entity.js';

/** A domain of e-mail addresses that belongs to an organisation, and to no other. */
@Entity('organisation_domains')
@Index('organisation_domains_organisation_id_idx', ['organisationId'])
@Check('organisation_domains_domain_check', 'domain = lower(domain)')
export class OrganisationDomainRow {
  /** In lower case, as mail servers have it: `rochdale.gov.uk`. */
  @PrimaryColumn({ type: 'text' })
  domain!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey(() => OrganisationRow, {
    name: 'organisation_domains_organisation_id_fkey',
    onDelete: 'CASCADE',
  })
  organisationId!: string;
}
