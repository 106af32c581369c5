import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ShiftFacts } from '#contracts';

/** That somebody has a shift on a stand: what their own feed shows. Whoever has it no longer is only a number. */
@Entity('stand_shifts')
@Index('stand_shifts_person_id_idx', ['personId'], { where: 'person_id IS NOT NULL' })
export class StandShiftRow {
  /** Of the person's part in the shift. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** `null`: no person of the site, or one that was erased, or somebody who has it no longer. */
  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  /** As the stands last told of it; `null` without a person. */
  @Column({ type: 'jsonb', nullable: true })
  facts!: ShiftFacts | null;

  /** When the stands told so. */
  @Column({ name: 'told_at', type: 'timestamptz' })
  toldAt!: Date;

  /** Of the newest message about it. */
  @Column({ type: 'integer' })
  version!: number;
}
