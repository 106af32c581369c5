import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Contact } from '#checks';
import type { RotaRules, RotaWeights } from '../rota/index.js';
import type { ExhibitionStatus } from './domain/exhibition.js';

/** A conference of others at which the network has a stand, as staff set it up. */
@Entity('exhibitions')
@Index('exhibitions_slug_key', ['slug'], { unique: true })
@Check('exhibitions_days_check', 'last_day >= first_day')
@Check('exhibitions_walking_check', 'walking_minutes >= 0')
export class ExhibitionRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Its name in addresses: `labour-2027`. */
  @Column({ type: 'text' })
  slug!: string;

  /** "Labour Party Conference 2027" */
  @Column({ type: 'text' })
  title!: string;

  /** Whose conference it is: "The Labour Party". */
  @Column({ type: 'text' })
  host!: string;

  @Column({ type: 'text' })
  city!: string;

  @Column({ type: 'text', nullable: true })
  venue!: string | null;

  @Column({ type: 'text', nullable: true })
  hall!: string | null;

  @Column({ name: 'stand_number', type: 'text', nullable: true })
  standNumber!: string | null;

  /** IANA; that of all its clock times. */
  @Column({ type: 'text' })
  zone!: string;

  @Column({ name: 'first_day', type: 'date' })
  firstDay!: string;

  @Column({ name: 'last_day', type: 'date' })
  lastDay!: string;

  @Column({ type: 'text' })
  status!: ExhibitionStatus;

  /** Why it was called off; everybody reads it. */
  @Column({ name: 'status_reason', type: 'text', nullable: true })
  statusReason!: string | null;

  /** Plain text. */
  @Column({ type: 'text' })
  summary!: string;

  /** Markdown. */
  @Column({ type: 'text' })
  description!: string;

  @Column({ type: 'jsonb', default: () => `'[]'` })
  contacts!: Contact[];

  /** Whether one gets in with a pass of the host's only. */
  @Column({ name: 'passes_needed', type: 'boolean' })
  passesNeeded!: boolean;

  /** From other places of the conference to the stand. */
  @Column({ name: 'walking_minutes', type: 'integer' })
  walkingMinutes!: number;

  @Column({ name: 'swaps_need_approval', type: 'boolean' })
  swapsNeedApproval!: boolean;

  /** What differs from the usual rules. */
  @Column({ type: 'jsonb', default: () => `'{}'` })
  rules!: Partial<RotaRules>;

  /** What differs from the usual weights. */
  @Column({ type: 'jsonb', default: () => `'{}'` })
  weights!: Partial<RotaWeights>;

  /** Of the floor: stand outline, tables, banners, sockets. */
  @Column({ type: 'jsonb', nullable: true })
  sketch!: object | null;

  @Column({ name: 'copied_from', type: 'uuid', nullable: true })
  copiedFrom!: string | null;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
