import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { TravellerFacts } from '#contracts';

/** That somebody travels with a study visit: what their own feed goes by. Whoever does no longer is only a number. */
@Entity('visit_travellers')
@Index('visit_travellers_person_id_idx', ['personId'], { where: 'person_id IS NOT NULL' })
export class VisitTravellerRow {
  @PrimaryColumn({ name: 'traveller_id', type: 'uuid' })
  travellerId!: string;

  /** No foreign key: messages about travellers and about their visit come in any order. */
  @Column({ name: 'visit_id', type: 'uuid' })
  visitId!: string;

  /** `null`: no person of the site, or one that was erased, or somebody who travels no more. */
  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  /** As the visits last told of it; `null` without a person. */
  @Column({ type: 'jsonb', nullable: true })
  facts!: TravellerFacts | null;

  /** Of the newest message about them. */
  @Column({ type: 'integer' })
  version!: number;
}
