import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../exhibitions/exhibition.entity.js';
import { TeamMemberRow } from '../team/team-member.entity.js';

/** That somebody could not do a shift that they had, as it was told. */
@Entity('drop_outs')
@Index('drop_outs_exhibition_idx', ['exhibitionId', 'at'])
@Index('drop_outs_member_idx', ['teamMemberId'])
export class DropOutRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'drop_outs_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  @Column({ name: 'team_member_id', type: 'uuid' })
  @ForeignKey(() => TeamMemberRow, { name: 'drop_outs_team_member_id_fkey', onDelete: 'CASCADE' })
  teamMemberId!: string;

  @Column({ name: 'shift_id', type: 'uuid' })
  shiftId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** Empty where they did not say. */
  @Column({ type: 'text' })
  reason!: string;

  /** Whether staff wrote it down for them. */
  @Column({ name: 'by_staff', type: 'boolean' })
  byStaff!: boolean;
}
