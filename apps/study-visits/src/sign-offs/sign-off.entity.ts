import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { VisitRow } from '../visits/visit.entity.js';
import type { SignedKind } from './domain/sign-state.js';

/** That somebody signed something of a visit, as it was then. Never changed; a later one takes its place. */
@Entity('visit_sign_offs')
@Index('visit_sign_offs_number_key', ['visitId', 'kind', 'number'], { unique: true })
export class SignOffRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'visit_sign_offs_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  @Column({ type: 'text' })
  kind!: SignedKind;

  /** 1, 2 … for each kind: which version was signed. */
  @Column({ type: 'integer' })
  number!: number;

  @Column({ name: 'signed_at', type: 'timestamptz' })
  signedAt!: Date;

  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ name: 'person_name', type: 'text' })
  personName!: string;

  /** As what they signed: "Head of operations". */
  @Column({ type: 'text' })
  role!: string;

  /** What they signed, in words. As lines, so that whoever is named anywhere in it can be forgotten. */
  @Column({ type: 'jsonb' })
  content!: { readonly what: string; readonly says: string }[];
}
