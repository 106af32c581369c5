import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Category, Status } from './domain/organisation.js';
import { OrganisationRow } from './organisation.entity.js';

/** That an organisation's category or status changed; what joiners, leavers and numbers are counted from. */
@Entity('membership_changes')
@Index('membership_changes_organisation_id_idx', ['organisationId'])
export class MembershipChangeRow {
  /** UUIDv7, so that changes of one day keep their order. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey(() => OrganisationRow, {
    name: 'membership_changes_organisation_id_fkey',
    onDelete: 'CASCADE',
  })
  organisationId!: string;

  /** The day it took effect; `null`: before records began. */
  @Column({ name: 'on_date', type: 'date', nullable: true })
  onDate!: string | null;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;

  /** `null`: it was not on record before. */
  @Column({ name: 'from_category', type: 'text', nullable: true })
  fromCategory!: Category | null;

  @Column({ name: 'from_status', type: 'text', nullable: true })
  fromStatus!: Status | null;

  @Column({ type: 'text' })
  category!: Category;

  @Column({ type: 'text' })
  status!: Status;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
