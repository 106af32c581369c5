import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { VisitInvoiceFacts } from '#contracts';
import { TravellerRow } from '../travellers/traveller.entity.js';
import { VisitRow } from '../visits/visit.entity.js';
import type { ChargeKind } from './domain/charges.js';
import type { InvoicedTo } from './domain/payer.js';

/** What a traveller's place costs, as conference registration was asked to invoice it, and how that stands. */
@Entity('traveller_charges')
@Index('traveller_charges_standing_key', ['travellerId', 'kind'], { unique: true, where: 'NOT ended' })
@Index('traveller_charges_traveller_idx', ['travellerId'])
@Index('traveller_charges_visit_idx', ['visitId'])
@Index('traveller_charges_organisation_idx', ['organisationId', 'askedAt'], {
  where: 'organisation_id IS NOT NULL',
})
@Check('traveller_charges_pence_check', 'net_pence > 0')
@Check('traveller_charges_credit_check', 'credit_asked_pence BETWEEN 0 AND net_pence')
export class TravellerChargeRow {
  /** By which both services know it. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'traveller_charges_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ name: 'traveller_id', type: 'uuid' })
  @ForeignKey(() => TravellerRow, { name: 'traveller_charges_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string;

  @Column({ type: 'text' })
  kind!: ChargeKind;

  @Column({ name: 'net_pence', type: 'integer' })
  netPence!: number;

  /** By which it was asked to be paid; ISO. */
  @Column({ name: 'due_on', type: 'date' })
  dueOn!: string;

  /** Who pays: an organisation; `null`: the traveller. */
  @Column({ name: 'organisation_id', type: 'text', nullable: true })
  organisationId!: string | null;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  /** How much of it was asked to be credited. */
  @Column({ name: 'credit_asked_pence', type: 'integer', default: 0 })
  creditAskedPence!: number;

  /** How its invoice stands, as conference registration last told; `null`: it has none yet. */
  @Column({ type: 'jsonb', nullable: true })
  invoice!: VisitInvoiceFacts | null;

  /** Whom the invoice was made out to; `null` once they are forgotten. */
  @Column({ type: 'jsonb', nullable: true })
  payer!: InvoicedTo | null;

  /** Whether it counts no longer: the place was funded, upon which all of it was credited. */
  @Column({ type: 'boolean', default: false })
  ended!: boolean;
}
