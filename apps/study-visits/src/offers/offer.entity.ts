import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ApplicationRow } from '../applications/application.entity.js';
import type { LiftableLimit } from '../selection/domain/places.js';
import { TravellerRow } from '../travellers/traveller.entity.js';
import type { PlaceKind } from '../visits/domain/visit.js';
import { VisitRow } from '../visits/visit.entity.js';
import type { OfferStatus } from './domain/offer.js';

/** A place that is offered to an applicant, at most one for each; it is kept for them until the deadline. */
@Entity('offers')
@Index('offers_application_key', ['applicationId'], { unique: true })
@Index('offers_visit_idx', ['visitId'])
@Index('offers_deadline_idx', ['deadline'], { where: "status = 'offered'" })
@Check('offers_traveller_check', "(status = 'accepted') = (traveller_id IS NOT NULL)")
export class OfferRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'offers_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ name: 'application_id', type: 'uuid' })
  @ForeignKey(() => ApplicationRow, { name: 'offers_application_id_fkey', onDelete: 'CASCADE' })
  applicationId!: string;

  @Column({ name: 'counts_as', type: 'text' })
  countsAs!: PlaceKind;

  /** Limits that staff set aside for this one. */
  @Column({ type: 'text', array: true, default: [] })
  lifts!: LiftableLimit[];

  @Column({ type: 'boolean' })
  funded!: boolean;

  @Column({ type: 'text' })
  status!: OfferStatus;

  /** The first instant that is too late to accept. */
  @Column({ type: 'timestamptz' })
  deadline!: Date;

  @Column({ name: 'offered_at', type: 'timestamptz' })
  offeredAt!: Date;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  /** Who has the place now: whoever accepted it, or came in their place. */
  @Column({ name: 'traveller_id', type: 'uuid', nullable: true })
  @ForeignKey(() => TravellerRow, { name: 'offers_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
