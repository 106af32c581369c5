import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TravellerRow } from '../travellers/traveller.entity.js';
import { VisitRow } from '../visits/visit.entity.js';

/** That somebody was on a visit. */
@Entity('visit_certificates')
@Index('visit_certificates_number_key', ['number'], { unique: true })
@Index('visit_certificates_visit_idx', ['visitId'])
@Check('visit_certificates_days_check', 'days > 0 AND minutes >= 0')
@Check('visit_certificates_withdrawn_check', '(withdrawn_at IS NULL) = (withdrawn_why IS NULL)')
export class CertificateRow {
  @PrimaryColumn({ name: 'traveller_id', type: 'uuid' })
  @ForeignKey(() => TravellerRow, { name: 'visit_certificates_traveller_id_fkey', onDelete: 'CASCADE' })
  travellerId!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'visit_certificates_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  /** Random: whoever has it was shown the certificate. */
  @Column({ type: 'text' })
  number!: string;

  /** From the first to the last of the visit. */
  @Column({ type: 'integer' })
  days!: number;

  /** Of the programme: at hosts and in sessions. */
  @Column({ type: 'integer' })
  minutes!: number;

  @Column({ name: 'issued_at', type: 'timestamptz' })
  issuedAt!: Date;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;

  @Column({ name: 'withdrawn_why', type: 'text', nullable: true })
  withdrawnWhy!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}
