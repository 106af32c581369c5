import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';
import type { ShiftPattern } from '../shifts/domain/pattern.js';
import { ShiftRow } from '../shifts/shift.entity.js';
import { TeamMemberRow } from '../team/team-member.entity.js';
import type { DraftChange } from './domain/draft.js';
import type { Basis, Passes } from './domain/problem-of.js';
import type { StepAct } from './domain/step.js';

/** The draft of an exhibition's rota: how far it has come. Its places are in `draft_assignments`. */
@Entity('drafts')
export class DraftRow {
  @PrimaryColumn({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'drafts_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  /** The number of its last step. */
  @Column({ type: 'integer' })
  version!: number;

  /** By which its shifts were made last. */
  @Column({ type: 'jsonb', default: () => `'{}'` })
  pattern!: ShiftPattern;
}

/** One change of a draft, so that it can be undone and others be told of it. */
@Entity('draft_steps')
@Index('draft_steps_person_idx', ['personId'], { where: 'person_id IS NOT NULL' })
export class DraftStepRow {
  @PrimaryColumn({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'draft_steps_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** Of the staff. */
  @Column({ name: 'person_id', type: 'text', nullable: true })
  personId!: string | null;

  @Column({ name: 'person_name', type: 'text' })
  personName!: string;

  @Column({ type: 'text' })
  act!: StepAct;

  @Column({ type: 'jsonb' })
  changes!: readonly DraftChange[];

  /** The number of the step that took it back. */
  @Column({ name: 'undone_in', type: 'integer', nullable: true })
  undoneIn!: number | null;
}

/** Somebody whom staff do not want in a shift. */
@Entity('forbidden_placements')
@Index('forbidden_placements_exhibition_idx', ['exhibitionId'])
@Index('forbidden_placements_member_idx', ['teamMemberId'])
export class ForbiddenPlacementRow {
  @PrimaryColumn({ name: 'shift_id', type: 'uuid' })
  @ForeignKey(() => ShiftRow, { name: 'forbidden_placements_shift_id_fkey', onDelete: 'CASCADE' })
  shiftId!: string;

  @PrimaryColumn({ name: 'team_member_id', type: 'uuid' })
  @ForeignKey(() => TeamMemberRow, { name: 'forbidden_placements_team_member_id_fkey', onDelete: 'CASCADE' })
  teamMemberId!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'forbidden_placements_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;
}

/** `waiting` for its end; `taken` into the draft; `offered`, as something changed meanwhile; `left` out by staff. */
export type FillOutcome = 'waiting' | 'taken' | 'offered' | 'left';

/** What became of what a fill found: taken into the draft, or offered as the draft had changed meanwhile. */
@Entity('draft_fills')
@Index('draft_fills_exhibition_idx', ['exhibitionId'])
export class DraftFillRow {
  @PrimaryColumn({ name: 'fill_id', type: 'uuid' })
  fillId!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'draft_fills_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  /** Of the draft as it was when the fill was asked for. */
  @Column({ name: 'draft_version', type: 'integer' })
  draftVersion!: number;

  /** What the fill keeps near to: `draft`, `published`, `none`. */
  @Column({ type: 'text' })
  basis!: Basis;

  /** Which passes it counts with: `issued`, or `expected`: as if all came that nobody has yet. */
  @Column({ type: 'text' })
  passes!: Passes;

  @Column({ type: 'text' })
  outcome!: FillOutcome;

  /** What was another when it came to its end, in words. */
  @Column({ name: 'changed_meanwhile', type: 'text', array: true, default: [] })
  changedMeanwhile!: string[];
}
