import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ConferenceRow } from '../conferences/conference.entity.js';

/** How many places of some ticket types there are together. A ticket type may be in several, and takes from each. */
@Entity('pools')
@Index('pools_conference_idx', ['conferenceId'])
@Check('pools_capacity_check', 'capacity >= 0')
export class PoolRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'conference_id', type: 'uuid' })
  @ForeignKey(() => ConferenceRow, { name: 'pools_conference_id_fkey', onDelete: 'CASCADE' })
  conferenceId!: string;

  /** Where it stands among the conference's, from 1. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  name!: string;

  /** For all together, or for each organisation. */
  @Column({ type: 'integer' })
  capacity!: number;

  /** Each organisation has the capacity for itself: one organisation at most 6. */
  @Column({ name: 'per_organisation', type: 'boolean' })
  perOrganisation!: boolean;

  /** What takes from it; never none. */
  @Column({ name: 'ticket_type_ids', type: 'uuid', array: true })
  ticketTypeIds!: string[];

  /** The conference's version that the last change of it made. */
  @Column({ type: 'integer', default: 1 })
  version!: number;
}

export const poolEntities = [PoolRow];
