import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';
import { TeamMemberRow } from '../team/team-member.entity.js';

/** Who has which shift now: the published rota with all that has happened since. It is what everybody sees. */
@Entity('current_assignments')
@Index('current_assignments_once_key', ['shiftId', 'teamMemberId'], { unique: true })
@Index('current_assignments_exhibition_idx', ['exhibitionId'])
@Index('current_assignments_member_idx', ['teamMemberId'])
@Check('current_assignments_span_check', 'ends_at > starts_at')
export class CurrentAssignmentRow {
  /** What messages and calendars know it by. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'current_assignments_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  /** The shift may be another by now, or gone: what its owner was told is here. */
  @Column({ name: 'shift_id', type: 'uuid' })
  shiftId!: string;

  @Column({ name: 'team_member_id', type: 'uuid' })
  @ForeignKey(() => TeamMemberRow, { name: 'current_assignments_team_member_id_fkey', onDelete: 'CASCADE' })
  teamMemberId!: string;

  /** As they were told, like what follows. */
  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Date;

  @Column({ type: 'text' })
  label!: string;

  /** The venue and its city. */
  @Column({ type: 'jsonb', nullable: true })
  place!: { name: string; address: string | null } | null;

  /** "Hall 2, stand 14" */
  @Column({ type: 'text', nullable: true })
  stand!: string | null;

  /** When they were told last. */
  @Column({ name: 'told_at', type: 'timestamptz' })
  toldAt!: Date;

  @Column({ name: 'is_lead', type: 'boolean' })
  isLead!: boolean;

  /** `assigned`, `dropped-out`, `checked-in`, `no-show`. */
  @Column({ type: 'text' })
  status!: string;

  @Column({ name: 'status_at', type: 'timestamptz' })
  statusAt!: Date;

  @Column({ name: 'checked_in_at', type: 'timestamptz', nullable: true })
  checkedInAt!: Date | null;

  /** `rota`, `stepped-in`, `swap`, `staff`. */
  @Column({ type: 'text' })
  source!: string;

  /** Of its messages. */
  @Column({ type: 'integer' })
  version!: number;
}
