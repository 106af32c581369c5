import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ExhibitionRow } from '../../exhibitions/exhibition.entity.js';
import { TeamMemberRow } from '../../team/team-member.entity.js';
import type { Again, Fair } from '../domain/feedback.js';

/** How somebody found it on a stand. */
@Entity('stand_feedback')
@Index('stand_feedback_exhibition_idx', ['exhibitionId'])
@Index('stand_feedback_member_key', ['teamMemberId'], { unique: true })
@Check('stand_feedback_rating_check', 'rating BETWEEN 1 AND 5')
export class FeedbackRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'exhibition_id', type: 'uuid' })
  @ForeignKey(() => ExhibitionRow, { name: 'stand_feedback_exhibition_id_fkey', onDelete: 'CASCADE' })
  exhibitionId!: string;

  /** `null`: so long ago that only the marks are kept. */
  @Column({ name: 'team_member_id', type: 'uuid', nullable: true })
  @ForeignKey(() => TeamMemberRow, { name: 'stand_feedback_team_member_id_fkey', onDelete: 'SET NULL' })
  teamMemberId!: string | null;

  @Column({ type: 'integer' })
  rating!: number;

  @Column({ type: 'text', nullable: true })
  fair!: Fair | null;

  @Column({ name: 'went_well', type: 'text' })
  wentWell!: string;

  @Column({ name: 'to_change', type: 'text' })
  toChange!: string;

  @Column({ type: 'text' })
  again!: Again;

  @Column({ name: 'may_quote', type: 'boolean' })
  mayQuote!: boolean;

  /** The last time. */
  @Column({ name: 'answered_at', type: 'timestamptz' })
  answeredAt!: Date;

  @Column({ type: 'integer' })
  version!: number;
}
