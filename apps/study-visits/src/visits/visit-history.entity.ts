import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FieldChange } from '#checks';
import { VisitRow } from './visit.entity.js';

/** Who changed what of a visit’s set-up, and when. */
@Entity('visit_history')
@Index('visit_history_visit_idx', ['visitId', 'id'])
export class VisitHistoryRow {
  /** A UUIDv7, so that their order is that of time. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'visit_id', type: 'uuid' })
  @ForeignKey(() => VisitRow, { name: 'visit_history_visit_id_fkey', onDelete: 'CASCADE' })
  visitId!: string;

  /** The visit’s version that the change made; `null` for what has versions of its own: a budget line, a risk. */
  @Column({ type: 'integer', nullable: true })
  version!: number | null;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ name: 'person_name', type: 'text' })
  personName!: string;

  /** The member of staff who acted for them. */
  @Column({ name: 'actor_id', type: 'text', nullable: true })
  actorId!: string | null;

  @Column({ name: 'actor_name', type: 'text', nullable: true })
  actorName!: string | null;

  /** As its heading: "Details changed", "Risk added: “Coach breaks down”". */
  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb' })
  changes!: FieldChange[];
}
