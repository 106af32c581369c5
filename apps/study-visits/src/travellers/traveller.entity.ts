import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { PlaceKind } from '../visits/domain/visit.js';
import { VisitRow } from '../visits/visit.entity.js';
import type { TravellerPart, TravellerStatus } from './domain/traveller.js';

/** Somebody who travels with a visit, or was to. */
@Entity('travellers')
@Index('travellers_number_key', ['visitId', 'number'], { unique: true })
@Index('travellers_application_key', ['applicationId'], {
  unique: true,
  where: 'application_id IS NOT NULL',
})
@Index('travellers_secret_key', ['secretHash'], { unique: true })
@Index('travellers_person_idx', ['personId'], { where: 'person_id IS NOT NULL' })
@Index('travellers_organisation_idx', ['organisationId'], { where: 'organisation_id IS NOT NULL' })
@Check('travellers_number_check', 'number >= 1')
@Check('travellers_counts_check', "(part = 'delegate') = (counts_as IS NOT NULL)")
@Check('travellers_withdrawn_check', "(status = 'withdrawn') = (withdrawn_at IS NOT NULL)")
export class TravellerRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'travellers_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  part!: TravellerPart;

  @Column({ name: 'application_id', type: 'uuid', nullable: true })
  applicationId!: string | null;

  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ name: 'job_title', type: 'text', default: '' })
  jobTitle!: string;

  @Column({ name: 'organisation_id', type: 'text', nullable: true })
  organisationId!: string | null;

  @Column({ name: 'organisation_name', type: 'text' })
  organisationName!: string;

  @Column({ type: 'text', nullable: true })
  category!: string | null;

  @Column({ name: 'counts_as', type: 'text', nullable: true })
  countsAs!: PlaceKind | null;

  @Column({ type: 'boolean' })
  funded!: boolean;

  @Column({ type: 'text' })
  status!: TravellerStatus;

  @Column({ name: 'confirmed_at', type: 'timestamptz' })
  confirmedAt!: Date;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;

  @Column({ name: 'withdrawn_why', type: 'text', nullable: true })
  withdrawnWhy!: string | null;

  @Column({ type: 'uuid', nullable: true })
  replaces!: string | null;

  /** Of the secret in their own link. */
  @Column({ name: 'secret_hash', type: 'bytea' })
  secretHash!: Buffer;

  @Column({ type: 'integer' })
  version!: number;
}
