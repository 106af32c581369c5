import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';
import { ShiftRow } from '../shifts/shift.entity.js';
import { TeamMemberRow } from '../team/team-member.entity.js';

/** Who has which shift in the draft of a rota, which nobody sees but staff. */
@Entity('draft_assignments')
@Index('draft_assignments_exhibition_idx', ['exhibitionId'])
@Index('draft_assignments_member_idx', ['teamMemberId'])
export class DraftAssignmentRow {
  @PrimaryColumn({ name: 'shift_id', type: 'uuid' })
  @ForeignKey(() => ShiftRow, { name: 'draft_assignments_shift_id_fkey', onDelete: 'CASCADE' })
  shiftId!: string;

  @PrimaryColumn({ name: 'team_member_id', type: 'uuid' })
  @ForeignKey(() => TeamMemberRow, { name: 'draft_assignments_team_member_id_fkey', onDelete: 'CASCADE' })
  teamMemberId!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'draft_assignments_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @Column({ name: 'is_lead', type: 'boolean' })
  isLead!: boolean;

  /** Staff want it so: no fill moves it. */
  @Column({ name: 'is_pinned', type: 'boolean' })
  isPinned!: boolean;

  /** `fill`, `hand`. */
  @Column({ type: 'text' })
  source!: string;
}
