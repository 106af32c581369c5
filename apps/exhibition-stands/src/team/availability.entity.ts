import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { TeamMemberRow } from './team-member.entity.js';

/** When somebody can be on the stand, would like to be, or cannot. Of what they have not spoken of, they cannot. */
@Entity('availability')
@Index('availability_team_member_idx', ['teamMemberId'])
@Check('availability_span_check', 'ends_at > starts_at')
export class AvailabilityRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'team_member_id', type: 'uuid' })
  @ForeignKey(() => TeamMemberRow, { name: 'availability_team_member_id_fkey', onDelete: 'CASCADE' })
  teamMemberId!: string;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Date;

  /** `available`, `preferred`, `unavailable`. */
  @Column({ type: 'text' })
  kind!: string;

  /** "My fringe", where they cannot. */
  @Column({ type: 'text', nullable: true })
  why!: string | null;
}
