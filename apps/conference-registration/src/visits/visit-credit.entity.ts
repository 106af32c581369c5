import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitChargeRow } from './visit-charge.entity.js';

/** A credit that `study-visits` asked for and that was carried out: it is not carried out again. */
@Entity('visit_credits')
@Index('visit_credits_charge_idx', ['chargeId'])
export class VisitCreditRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'charge_id', type: 'uuid' })
  @ForeignKey(() => VisitChargeRow, { name: 'visit_credits_charge_id_fkey', onDelete: 'CASCADE' })
  chargeId!: string;

  /** As it was asked for, without VAT. */
  @Column({ name: 'net_pence', type: 'integer' })
  netPence!: number;
}
