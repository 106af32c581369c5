import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { TeamMemberRow } from '../team/team-member.entity.js';
import { RotaRow } from './rota.entity.js';

/** Who had which shift in a published rota, at the times it had then. */
@Entity('rota_assignments')
export class RotaAssignmentRow {
  @PrimaryColumn({ name: 'rota_id', type: 'uuid' })
  @ForeignKey(() => RotaRow, { name: 'rota_assignments_rota_id_fkey', onDelete: 'CASCADE' })
  rotaId!: string;

  /** The shift may be gone by now. */
  @PrimaryColumn({ name: 'shift_id', type: 'uuid' })
  shiftId!: string;

  @PrimaryColumn({ name: 'team_member_id', type: 'uuid' })
  @ForeignKey(() => TeamMemberRow, { name: 'rota_assignments_team_member_id_fkey', onDelete: 'CASCADE' })
  teamMemberId!: string;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Date;

  @Column({ name: 'is_lead', type: 'boolean' })
  isLead!: boolean;
}
