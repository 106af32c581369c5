import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FieldChange } from '#checks';
import { ExhibitionRow } from './exhibition.entity.js';

/** Who changed what of an exhibition's set-up, and when. */
@Entity('exhibition_history')
@Index('exhibition_history_exhibition_idx', ['exhibitionId', 'id'])
export class ExhibitionHistoryRow {
  /** A UUIDv7, so that their order is that of time. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'exhibition_history_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  /** The exhibition's version that the change made; `null` for what has versions of its own: a task, a cost. */
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

  /** As its heading: "Days changed", "Task added: “Book the stand”". */
  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb' })
  changes!: FieldChange[];
}
