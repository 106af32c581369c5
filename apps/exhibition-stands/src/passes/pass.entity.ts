import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';
import { TeamMemberRow } from '../team/team-member.entity.js';

/** The host's pass for somebody of the team on one day. */
@Entity('passes')
@Index('passes_day_idx', ['exhibitionId', 'day'])
export class PassRow {
  @PrimaryColumn({ name: 'team_member_id', type: 'uuid' })
  @ForeignKey(() => TeamMemberRow, { name: 'passes_team_member_id_fkey', onDelete: 'CASCADE' })
  teamMemberId!: string;

  @PrimaryColumn({ type: 'date' })
  day!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'passes_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  /** `applied`, `photo-accepted`, `issued`, `collected`, `refused`. */
  @Column({ type: 'text' })
  status!: string;

  /** Why the host refused it. */
  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt!: Date;
}
