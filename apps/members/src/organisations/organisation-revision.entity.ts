import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OrganisationRow } from './organisation.entity.js';

/** Who changed what of an organisation, and when; never changed or deleted while the organisation exists. */
@Entity('organisation_revisions')
export class OrganisationRevisionRow {
  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' })
  @ForeignKey(() => OrganisationRow, {
    name: 'organisation_revisions_organisation_id_fkey',
    onDelete: 'CASCADE',
  })
  organisationId!: string;

  /** The version of the organisation that the change made. */
  @PrimaryColumn({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** `null` when the system did it (demonstration data). */
  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ name: 'actor_name', type: 'text' })
  actorName!: string;

  /** `created`, `edited`, `imported`, `category-changed`, `status-changed`. */
  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb' })
  changes!: { field: string; before: string; after: string }[];
}
