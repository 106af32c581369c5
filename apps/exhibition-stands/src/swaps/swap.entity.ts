import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';
import { TeamMemberRow } from '../team/team-member.entity.js';

/** That somebody asks another of the team to swap a shift, or to take it, and what came of it. */
@Entity('swaps')
@Index('swaps_open_key', ['assignmentId', 'otherId'], {
  unique: true,
  where: "(status = ANY (ARRAY['asked'::text, 'agreed'::text]))",
})
@Index('swaps_exhibition_idx', ['exhibitionId', 'askedAt'])
@Index('swaps_asker_idx', ['askerId'])
@Index('swaps_other_idx', ['otherId'])
@Check('swaps_two_check', 'asker_id <> other_id')
@Check(
  'swaps_taken_check',
  'num_nulls(other_shift_id, other_assignment_id, other_starts_at, other_ends_at, other_label) IN (0, 5)',
)
export class SwapRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'swaps_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @Column({ name: 'asker_id', type: 'uuid' })
  @ForeignKey(() => TeamMemberRow, { name: 'swaps_asker_id_fkey', onDelete: 'CASCADE' })
  askerId!: string;

  /** Who is asked. */
  @Column({ name: 'other_id', type: 'uuid' })
  @ForeignKey(() => TeamMemberRow, { name: 'swaps_other_id_fkey', onDelete: 'CASCADE' })
  otherId!: string;

  /** Of the asker; gone by now, perhaps, as what follows. */
  @Column({ name: 'assignment_id', type: 'uuid' })
  assignmentId!: string;

  @Column({ name: 'shift_id', type: 'uuid' })
  shiftId!: string;

  /** As they were told of it when they asked. */
  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Date;

  @Column({ type: 'text' })
  label!: string;

  /** Of the other, for it; `null`, like what follows: they take the asker's and give nothing. */
  @Column({ name: 'other_assignment_id', type: 'uuid', nullable: true })
  otherAssignmentId!: string | null;

  @Column({ name: 'other_shift_id', type: 'uuid', nullable: true })
  otherShiftId!: string | null;

  @Column({ name: 'other_starts_at', type: 'timestamptz', nullable: true })
  otherStartsAt!: Date | null;

  @Column({ name: 'other_ends_at', type: 'timestamptz', nullable: true })
  otherEndsAt!: Date | null;

  @Column({ name: 'other_label', type: 'text', nullable: true })
  otherLabel!: string | null;

  /** Of the asker to the other. */
  @Column({ type: 'text' })
  note!: string;

  /** `asked`, `agreed`, `done`, `declined`, `refused`, `withdrawn`, `lapsed`. */
  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'asked_at', type: 'timestamptz' })
  askedAt!: Date;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  /** Who of the staff ended it. */
  @Column({ name: 'decided_by', type: 'text', nullable: true })
  decidedBy!: string | null;

  @Column({ name: 'decided_name', type: 'text', nullable: true })
  decidedName!: string | null;

  /** What staff say of why; empty where nothing. */
  @Column({ type: 'text' })
  reason!: string;

  /** `begun`, `gone`, `changed`, `left`. */
  @Column({ name: 'lapsed_why', type: 'text', nullable: true })
  lapsedWhy!: string | null;
}
